// What may be better than the list and is not in it: somebody whose position is too old to believe, and who could be taken from work that can wait longer, with what that work then lacks.
import type { Grade } from './grade.ts';
import { plusMinutes, type Instant } from './instant.ts';
import { isOldPosition, type RankFacts, type RankPerson } from './rank-facts.ts';
import { fits, whyNotSent } from './rank-fit.ts';
import type { Ranked } from './rank-pairs.ts';

export type Beyond =
  | { code: 'may-be-nearer'; who: string; callSign: string | null; seenAt: Instant }
  | { code: 'divert'; who: string; callSign: string | null; thereAt: Instant; ref: string; grade: Grade; dueAt: Instant | null };

const EACH = 2;

/** `shown`: what the list holds, the first one first. Nobody is taken from a door, nor from work that is due before this. */
export function beyond(shown: readonly Ranked[], facts: RankFacts, now: Instant): Beyond[] {
  const { task, people, sending } = facts;
  if (task.kind !== 'visit' || task.missing.length === 0) return [];
  const best = shown[0]?.minutes ?? Infinity;
  const isLate = task.dueAt !== null && !(plusMinutes(now, Math.min(best, 60 * 24)) <= task.dueAt);
  const suited = people.filter((person) => task.missing.some((leg) => fits(person, leg)) && drive(person) < best - sending.arrivalBandMinutes).toSorted((a, b) => drive(a) - drive(b));
  const nearer = suited.filter((person) => whyNotSent(person, facts, now) === null && isOldPosition(person, sending, now))
    .map(({ name, callSign, position }): Beyond => ({ code: 'may-be-nearer', who: name, callSign, seenAt: position?.at ?? now }));
  const taken = !isLate ? [] : suited.filter((person) => !isOldPosition(person, sending, now) && whyNotSent({ ...person, visit: null }, facts, now) === null).flatMap((person): Beyond[] => {
    const { visit } = person;
    if (visit === null || visit.isThere || visit.ref === null || visit.grade === null || (visit.dueAt !== null && task.dueAt !== null && visit.dueAt <= task.dueAt)) return [];
    return [{ code: 'divert', who: person.name, callSign: person.callSign, thereAt: plusMinutes(now, Math.ceil(drive(person))), ref: visit.ref, grade: visit.grade, dueAt: visit.dueAt }];
  });
  return [...nearer.slice(0, EACH), ...taken.slice(0, EACH)];
}

const drive = ({ travel }: RankPerson): number => travel?.minutes ?? Infinity;
