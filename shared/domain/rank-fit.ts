// Who may be sent to a task at all, and for everybody else why not: the same rule for the list and for the reasons beside it.
import type { Profession } from './activity.ts';
import { suitsOnly, type Only } from './crew-gender.ts';
import { canStand, skillLacking, type LegNeeds } from './leg-needs.ts';
import type { RankFacts, RankLeg, RankPerson } from './rank-facts.ts';
import type { DeclineReason } from './incident-words.ts';
import type { Instant } from './instant.ts';
import type { RestRule } from './rest.ts';
import type { Skill } from './skill.ts';

/** Why somebody is left out; the sentences are in `rank-words.ts`. */
export type LeftOut =
  | { code: 'off-duty'; since: Instant }
  | { code: 'at-the-desk' }
  | { code: 'no-profession' }
  | { code: 'not-the-profession' }
  | { code: 'no-certificate'; skill: Skill }
  | { code: 'certificate-ended'; skill: Skill; on: string }
  | { code: 'on-visit'; ref: string | null; since: Instant }
  | { code: 'on-break'; until: Instant }
  | { code: 'held'; ref: string | null; by: string | null; until: Instant }
  | { code: 'overwork'; rule: RestRule; at: Instant }
  | { code: 'declined'; at: Instant; reason: DeclineReason }
  | { code: 'replaced' }
  | { code: 'not-for-them'; only: Only; recorded: boolean }
  | { code: 'nobody-drives'; vehicle: string }
  | { code: 'would-go-alone' }
  | { code: 'no-partner' }
  | { code: 'position-old'; at: Instant }
  | { code: 'position-unknown' }
  | { code: 'later'; minutes: number };

export const fits = (person: Pick<RankPerson, 'profession' | 'skills'>, leg: LegNeeds): boolean => person.profession !== null && canStand(person.profession, leg, person.skills);

/** A certificate that alone is lacking is named: it can be renewed. */
function whyUnfit(profession: Profession, { skills, lapsed }: RankPerson, missing: readonly RankLeg[]): LeftOut {
  const skill = missing.map((leg) => skillLacking(profession, leg, skills)).find((one) => one !== null);
  if (skill === undefined || skill === null) return { code: 'not-the-profession' };
  const ended = lapsed.find((one) => one.skill === skill);
  return ended === undefined ? { code: 'no-certificate', skill } : { code: 'certificate-ended', ...ended };
}

/** Null: may be sent. A visit takes somebody whole; by phone they may hold several. */
export function whyNotSent(person: RankPerson, { task }: RankFacts, now: Instant): LeftOut | null {
  if (person.offDutySince !== null) return { code: 'off-duty', since: person.offDutySince };
  if (person.seat === 'edt' && task.kind === 'visit') return { code: 'at-the-desk' };
  if (person.profession === null) return { code: 'no-profession' };
  if (!task.missing.some((leg) => fits(person, leg))) return whyUnfit(person.profession, person, task.missing);
  if (task.kind === 'visit' && task.only !== null && !suitsOnly(task.only, person.gender)) return { code: 'not-for-them', only: task.only, recorded: person.gender !== null };
  if (person.replaced) return { code: 'replaced' };
  if (person.declined !== null) return { code: 'declined', ...person.declined };
  if (person.visit !== null && task.kind === 'visit') return { code: 'on-visit', ref: person.visit.ref, since: person.visit.since };
  if (person.onBreakUntil !== null && person.onBreakUntil > now) return { code: 'on-break', until: person.onBreakUntil };
  if (person.held !== null && !person.held.here && task.kind === 'visit') return { code: 'held', ref: person.held.ref, by: person.held.by, until: person.held.until };
  if (person.overwork !== null) return { code: 'overwork', ...person.overwork };
  return null;
}

/** A warning that forbids a lone visit: those who stand in other legs go too. */
export const wouldGoAlone = ({ doubleCrewed, kind, standing }: RankFacts['task'], going: number): boolean => doubleCrewed && kind === 'visit' && standing + going < 2;
