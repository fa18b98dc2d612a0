// The calls of a county's hours, in the order of their reports: the same seed, start and places give the same calls.
import { instantOf, plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import { expectedCalls, wallHourOf } from '../../../shared/domain/founding-demand.ts';
import { firstCall, type Ringing } from './first-call.ts';
import { Told } from './follow-on.ts';
import { gazetteerOf, type Gazetteer, type RehearsalPlace } from './gazetteer.ts';
import { REASON_SHARES } from './reasons.ts';
import type { RehearsalCall } from './rehearsal-call.ts';
import { seeded, type Seeded } from './seeded.ts';

export interface CallsAsked {
  seed: number | string;
  from: Instant;
  /** Elapsed hours; more of them add calls at the end and change none before. */
  hours: number;
  /** In any order; a district without any has its built-in ones. */
  places: readonly RehearsalPlace[];
}

const HOUR_MS = 3_600_000;

/** From `from` until, but not at, the end of the hours. Each hour of the day draws from a chance of its own. */
export function callsOf({ seed, from, hours, places }: CallsAsked): RehearsalCall[] {
  const [first, until] = [instantOf(from), plusMinutes(from, hours * 60)];
  const [gazetteer, county, told] = [gazetteerOf(places), seeded(seed), new Told()];
  const calls: RehearsalCall[] = [];
  for (let start = Math.floor(Date.parse(first) / HOUR_MS) * HOUR_MS; start < Date.parse(until); start += HOUR_MS) {
    for (const ringing of ringingIn(instantOf(start), county, gazetteer)) {
      if (ringing.reportedAt >= first && ringing.reportedAt < until) calls.push(answered(ringing, told));
    }
  }
  return calls;
}

function answered(ringing: Ringing, told: Told): RehearsalCall {
  const following = told.followedBy(ringing);
  if (following !== null) return following;
  const first = firstCall(ringing);
  told.remember(first);
  return first.call;
}

/** Arrivals within the hour are Poisson; a whole hour of UTC is a whole hour on London's wall, too. */
function ringingIn(hourAt: Instant, county: Seeded, gazetteer: Gazetteer): Ringing[] {
  const wall = wallHourOf(hourAt);
  const hour = hourAt.slice(0, 13);
  const chance = county.derive(hour);
  const seconds = Array.from({ length: chance.poisson(expectedCalls(wall)) }, () => chance.whole(0, 3599)).toSorted((a, b) => a - b);
  return seconds.map((second, index) => {
    const own = chance.derive(index);
    return {
      key: `c-${hour}-${String(index).padStart(2, '0')}`, reportedAt: instantOf(Date.parse(hourAt) + second * 1000), wall, gazetteer,
      reason: own.derive('reason').weighted(REASON_SHARES), chance: own,
    };
  });
}
