// What the words about checks are made from, as a screen was shown it.
import { capital, CELL_WORDS, checksLine, listed, recordedHere, type CheckFacts, type NextCheck } from '../../shared/domain/check-words.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import type { CheckView } from '../../shared/protocol/check-views.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';

export type Checked = Pick<IncidentView, 'people' | 'checks' | 'location'>;

export const checkFacts = ({ people, checks }: Pick<Checked, 'people' | 'checks'>): CheckFacts => ({ people, locationId: checks.locationId, sources: checks.sources, checks: checks.items });

export const sendableOf = ({ people, checks, location }: Checked) => ({
  namedIds: new Set(people.map(({ personId }) => personId).filter((id) => !checks.unnamedIds.includes(id))), secretAddress: location?.secret ?? true,
});

/** Never "no warnings" (docs/practice.md, Checks). */
export const safetyLine = (incident: Pick<IncidentView, 'people' | 'checks' | 'warnings'>): string => checksLine(recordedHere(incident.warnings.length), checkFacts(incident));

/** What to do next, in a sentence: whom to ring, about whom, and who kept silent until when. */
export function nextWords(next: NextCheck, { people, checks }: Pick<Checked, 'people' | 'checks'>): string {
  if (next.kind === 'ask-all') return `Next: ask ${listed(checks.sources.filter(({ way }) => way === 'system').map(({ name }) => name))}.`;
  if (next.kind === 'wait') return 'Everybody has been asked; not everybody has answered.';
  const { source: { code, name, phone }, abouts, afterSilence } = next;
  const whom = listed(abouts.map(({ personId }) => (personId === null ? 'the address' : people.find((person) => person.personId === personId)?.name ?? 'somebody')));
  const silence = checks.items.findLast((check) => check.source === code && check.state === 'unanswered')?.answerBy ?? null;
  const before = afterSilence ? `No answer from ${name}${silence === null ? '' : ` by ${clockTime(silence)}`}: ` : 'Next: ';
  return `${before}ring ${afterSilence ? 'them' : name}${phone === null ? '' : ` (${phone})`} about ${whom}.`;
}

/** One check in a line: "Police on Briony Reed: nothing recorded there, 18:14". */
export function cellWordsOf({ source, personId, state, result, endedAt, askedAt }: CheckView, { people, checks }: Pick<Checked, 'people' | 'checks'>): string {
  const name = capital(checks.sources.find(({ code }) => code === source)?.name ?? source);
  const about = personId === null ? 'the address' : people.find((person) => person.personId === personId)?.name ?? 'somebody';
  return `${name} on ${about}: ${CELL_WORDS[result ?? (state === 'asked' ? 'asked' : 'unanswered')]}, ${clockTime(endedAt ?? askedAt)}`;
}
