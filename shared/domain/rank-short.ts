// Nobody suitable: which leg exactly nobody is free for, and who would be soonest.
import type { Need } from './activity.ts';
import { plusMinutes, type Instant } from './instant.ts';
import { legWords } from './leg-needs.ts';
import { fits, whyNotSent, wouldGoAlone } from './rank-fit.ts';
import type { RankFacts, RankLeg, RankPerson } from './rank-facts.ts';

export type Way = { need: Need; dutyId: string; who: string } & (
  | { code: 'visit-ends'; at: Instant; ref: string | null } | { code: 'break-ends' | 'declined' | 'off-duty'; at: Instant } | { code: 'at-the-desk' });
export interface Short { alone: boolean; missing: readonly RankLeg[]; ways: readonly Way[] }

const PER_LEG = 2;

/** The legs that nobody who is free can fill, everybody free standing in one leg at most. */
function unfilled(facts: RankFacts, now: Instant): RankLeg[] {
  const free = facts.people.filter((person) => whyNotSent(person, facts, now) === null);
  const holder = new Map<RankPerson, RankLeg>();
  const place = (leg: RankLeg, asked: Set<RankPerson>): boolean => free.some((person) => {
    if (asked.has(person) || !fits(person, leg)) return false;
    asked.add(person);
    const held = holder.get(person);
    if (held !== undefined && !place(held, asked)) return false;
    holder.set(person, leg);
    return true;
  });
  return facts.task.missing.filter((leg) => !place(leg, new Set()));
}

export function whatIsMissing(facts: RankFacts, now: Instant): Short {
  const alone = wouldGoAlone(facts.task, facts.task.missing.length);
  const legs = unfilled(facts, now);
  const distinct = legs.filter((leg, index) => legs.findIndex((other) => legWords(other) === legWords(leg)) === index);
  return { alone, missing: distinct, ways: distinct.flatMap((leg) => waysFor(leg, facts, now)) };
}

/** Sooner first, by when they would be there; whoever has to be talked round last. */
function waysFor(leg: RankLeg, { people }: RankFacts, now: Instant): Way[] {
  const away = ({ travel }: RankPerson) => travel?.minutes ?? 60;
  const found = people.filter((person) => fits(person, leg)).flatMap((person): { way: Way; there: Instant; asking: number }[] => {
    const who = { need: leg.need, dutyId: person.dutyId, who: person.name };
    if (person.offDutySince !== null) return [{ way: { ...who, code: 'off-duty', at: person.offDutySince }, there: person.offDutySince, asking: 3 }];
    if (person.seat === 'edt') return [{ way: { ...who, code: 'at-the-desk' }, there: now, asking: 2 }];
    if (person.declined !== null) return [{ way: { ...who, code: 'declined', at: person.declined.at }, there: now, asking: 1 }];
    if (person.visit !== null) return [{ way: { ...who, code: 'visit-ends', at: person.visit.freeAt, ref: person.visit.ref }, there: plusMinutes(person.visit.freeAt, away(person)), asking: 0 }];
    if (person.onBreakUntil !== null) return [{ way: { ...who, code: 'break-ends', at: person.onBreakUntil }, there: plusMinutes(person.onBreakUntil, away(person)), asking: 0 }];
    return [];
  });
  return found.toSorted((a, b) => a.asking - b.asking || a.there.localeCompare(b.there)).slice(0, PER_LEG).map(({ way }) => way);
}
