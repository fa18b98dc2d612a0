// How it stands with somebody missing, in words: the same on every screen.
import { MISSING_RISK_NAMES } from '../domain/incident-words.ts';
import { INTERVIEW_STEP_NAMES, isUnconfirmed, owesInterview } from '../domain/missing.ts';
import type { IncidentView } from './views.ts';

type Missing = IncidentView['missing'][number];
type Named = Pick<IncidentView, 'people'>;

/** Said after the name. */
export function missingStanding(missing: Missing, { people }: Named): string {
  if (missing.endedAs === 'handed-on') return 'is looked for by somebody else';
  if (missing.endedAs === 'not-missing') return 'was not missing';
  if (missing.locatedAt === null) return `is missing, ${MISSING_RISK_NAMES[missing.risk]}`;
  if (missing.seenWell !== true) return missing.seenWell === false ? 'is found, and was not well' : 'is found, not yet seen';
  return owesInterview(missing, people) ? 'is back; a return interview is owed' : 'is back, seen well';
}

export function missingLines(missing: Missing, { people }: Named, when: (at: string) => string): string[] {
  const at = (moment: string | null) => (moment === null ? '' : when(moment));
  const and = (words: string | null) => (words === null ? '' : `: ${words}`);
  return [
    ...missing.facts.map(({ fact, source, givenAt }) => `${fact} · ${source}, ${at(givenAt)}`),
    missing.endedAs === null && isUnconfirmed(missing) ? `risk assessed ${at(missing.assessedAt)} by ${missing.assessedBy.name}` : '',
    missing.taker === null ? '' : `taken by ${missing.taker}, ${at(missing.endedAt)}`,
    missing.locatedAt === null ? '' : `found ${at(missing.locatedAt)}${and(missing.locatedNote)}`,
    missing.seenAt === null ? '' : `seen ${missing.seenWell === true ? 'well' : 'not well'} ${at(missing.seenAt)}${and(missing.seenNote)}`,
    owesInterview(missing, people) ? `return interview ${missing.interviewDueAt === null ? 'owed' : `by ${at(missing.interviewDueAt)}`}` : '',
    ...missing.interviewSteps.map(({ step, who, carersView, at: done }) => `return interview ${INTERVIEW_STEP_NAMES[step]} ${at(done)}, ${who}${carersView === null ? '' : ` · the carer says: ${carersView}`}`),
    missing.preventionAt === null ? '' : `prevention interview ${at(missing.preventionAt)}, ${missing.preventionBy ?? ''}`,
  ].filter((line) => line !== '');
}
