// What checks say in words: never "no warnings", because an empty system on its first night must not read as safe (docs/practice.md, Checks).
import { aboutsOf, canBeSent, cellOf, isWanting, type CellState, type Check, type CheckAbout, type CheckSource } from './check.ts';

export const RESULT_NAMES = { found: 'Something is known there', 'nothing-recorded': 'Nothing recorded there', 'could-not-say': 'Could not say' } as const;
export const CELL_WORDS = {
  'not-checked': 'not checked', asked: 'asked, no answer yet', unanswered: 'no answer', 'could-not-say': 'could not say', 'nothing-recorded': 'nothing recorded there', found: 'something is known',
} as const satisfies Record<CellState, string>;
export const FAILURE_WORDS = { 'no-answer': 'did not answer in time', 'not-reached': 'could not be reached', 'not-understood': 'answered with something that could not be read' } as const;

type Seen = Pick<Check, 'personId' | 'locationId' | 'source' | 'state' | 'result' | 'askedAt' | 'endedAt'>;
export interface CheckFacts {
  people: readonly { personId: string }[];
  locationId: string | null;
  sources: readonly Pick<CheckSource, 'code' | 'name' | 'way' | 'phone'>[];
  checks: readonly Seen[];
}


/** "police, MASH and health". */
export const listed = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);
export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** How a source stands over everybody and the address together. */
function standingWith(facts: CheckFacts, source: string): CellState | 'partly' {
  const states = aboutsOf(facts.people, facts.locationId).map((about) => cellOf(facts.checks, about, source).state);
  const first = (['found', 'asked', 'unanswered', 'could-not-say'] as const).find((state) => states.includes(state));
  if (first !== undefined) return first;
  const answered = states.filter((state) => state === 'nothing-recorded').length;
  return answered === 0 ? 'not-checked' : answered < states.length ? 'partly' : 'nothing-recorded';
}

const SAYS: readonly [state: CellState | 'partly', says: (names: string) => string][] = [
  ['found', (names) => `something is known to ${names}`],
  ['unanswered', (names) => `no answer from ${names}`],
  ['asked', (names) => `${names} asked, no answer yet`],
  ['partly', (names) => `${names} only partly checked`],
  ['could-not-say', (names) => `${names} could not say`],
  ['not-checked', (names) => `${names} not checked`],
  ['nothing-recorded', (names) => `nothing recorded with ${names}`],
];

/** The line that stands wherever warnings are shown: what is recorded here, and of each source what it said or that nobody asked it. */
export function checksLine(recordedHere: string, facts: CheckFacts): string {
  const standings = facts.sources.map(({ code, name }) => ({ name, state: standingWith(facts, code) }));
  const said = SAYS.flatMap(([state, says]) => {
    const names = standings.filter((one) => one.state === state).map(({ name }) => name);
    return names.length === 0 ? [] : [says(listed(names))];
  });
  return `${[recordedHere, ...(said.length === 0 ? ['nobody else has been asked'] : said)].join('; ')}.`;
}

export const recordedHere = (warnings: number): string => (warnings === 0 ? 'None recorded here' : 'No others recorded here');

/** While a call is taken: its people and its address are nobody's to have been asked about yet. */
export const unaskedLine = (warnings: number, sources: readonly string[]): string => `${recordedHere(warnings)}; ${sources.length === 0 ? 'nobody else to ask is set' : `${listed(sources)} not checked`}.`;

export type NextCheck =
  | { kind: 'ring'; source: CheckFacts['sources'][number]; abouts: CheckAbout[]; afterSilence: boolean }
  | { kind: 'ask-all' }
  | { kind: 'wait' };

/** What to do next about checks: ring whoever kept silent, ask the systems, ring the rest; null when everybody has answered. */
export function nextCheck(facts: CheckFacts, sendable: { namedIds: ReadonlySet<string>; secretAddress: boolean }): NextCheck | null {
  const abouts = aboutsOf(facts.people, facts.locationId);
  const inState = (source: string, ...states: CellState[]) => abouts.filter((about) => states.includes(cellOf(facts.checks, about, source).state));
  for (const source of facts.sources) {
    const silent = inState(source.code, 'unanswered');
    if (silent.length > 0) return { kind: 'ring', source, abouts: silent, afterSilence: true };
  }
  const systems = facts.sources.filter(({ way }) => way === 'system');
  if (abouts.some((about) => canBeSent(about, sendable) && systems.some(({ code }) => isWanting(cellOf(facts.checks, about, code).state)))) return { kind: 'ask-all' };
  for (const source of facts.sources) {
    const wanting = inState(source.code, 'not-checked');
    if (wanting.length > 0) return { kind: 'ring', source, abouts: wanting, afterSilence: false };
  }
  return facts.sources.some(({ code }) => inState(code, 'asked').length > 0) ? { kind: 'wait' } : null;
}
