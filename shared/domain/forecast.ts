// What sending somebody costs: where the next Grade 2 would have nobody in time, that has somebody now (docs/practice.md, Sending).
import { canFill, type Need } from './activity.ts';
import type { Point, TravelEstimate } from './distance.ts';
import type { Id } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';
import { isOldPosition, type RankFacts, type RankPerson } from './rank-facts.ts';

export interface Area { code: string; name: string; centre: Point }
/** `until`: nobody is there before; null where nobody could be told of at all. */
export interface Forecast { district: string; until: Instant | null; others: number }

/** What a Grade 2 asks for unless it is said otherwise: a welfare check. */
const NEXT_NEEDS: readonly Need[] = ['police', 'social-work'];

export interface ForecastWith { areas: readonly Area[]; targetMinutes: number; travel: (from: Point, to: Point) => TravelEstimate }

/** Asked once for a list, then for each of its lines. */
export function makeForecast(facts: RankFacts, now: Instant, { areas, targetMinutes, travel }: ForecastWith): (going: readonly { dutyId: Id; backAt: Instant | null }[]) => Forecast | null {
  const ready = facts.people.flatMap((person) => { const from = readyOf(person, facts, now); return from === null ? [] : [{ person, from }]; });
  const lists = areas.map((area) => NEXT_NEEDS.map((need) => ready.filter(({ person }) => person.profession !== null && canFill(person.profession, need, person.skills)).map(({ person, from }) => ({
    dutyId: person.dutyId, at: plusMinutes(from, travel(person.position ?? area.centre, area.centre).minutes),
  })).toSorted((a, b) => a.at.localeCompare(b.at))));
  const limit = plusMinutes(now, targetMinutes);
  /** When both legs could be there; whoever goes now comes back by way of this task. */
  const soonest = (index: number, back: ReadonlyMap<Id, Instant | null>): Instant | null => (lists[index] ?? []).reduce<Instant | null>((later, list) => {
    const free = list.find(({ dutyId }) => !back.has(dutyId))?.at ?? null;
    const returned = list.flatMap(({ dutyId }) => { const at = back.get(dutyId); return at == null ? [] : [comesFromTask(at, index)]; }).toSorted()[0] ?? null;
    const first = free === null ? returned : returned === null || free < returned ? free : returned;
    return later === null || first === null ? null : first > later ? first : later;
  }, now);
  const comesFromTask = (at: Instant, index: number): Instant => {
    const centre = areas[index]?.centre;
    return facts.task.place === null || centre === undefined ? at : plusMinutes(at, travel(facts.task.place, centre).minutes);
  };
  const before = areas.map((_, index) => soonest(index, new Map()));
  return (going) => {
    const back = new Map(going.map(({ dutyId, backAt }) => [dutyId, backAt]));
    const lost = areas.flatMap((area, index) => {
      const had = before[index] ?? null;
      const then = soonest(index, back);
      return had !== null && had <= limit && (then === null || then > limit) ? [{ district: area.name, until: then }] : [];
    }).toSorted((a, b) => (b.until ?? '~').localeCompare(a.until ?? '~'));
    const [worst] = lost;
    return worst === undefined ? null : { ...worst, others: lost.length - 1 };
  };
}

/** When somebody could set out; null for whoever cannot be counted on. */
function readyOf(person: RankPerson, { sending }: RankFacts, now: Instant): Instant | null {
  if (person.offDutySince !== null || person.seat === 'edt' || person.profession === null || person.position === null || isOldPosition(person, sending, now)) return null;
  const from = person.visit === null ? now : person.visit.freeAt > now ? person.visit.freeAt : now;
  return person.onBreakUntil !== null && person.onBreakUntil > from ? person.onBreakUntil : from;
}
