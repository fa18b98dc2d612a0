// Drives along the estimate, heard of every half minute, until there or until there is no longer a reason to go.
import { roadMinutes, type Point } from '../../../shared/domain/distance.ts';
import { earliest, minutesBetween, plusMinutes } from '../../../shared/domain/instant.ts';
import type { Person } from './person.ts';

const FIX_MINUTES = 0.45;
const OUT_OF_THE_DOOR_MINUTES = 1;

export interface Drive {
  to: Point;
  /** As a multiple of the estimate. */
  pace: number;
  /** Whose devices ride along. */
  car: () => readonly Person[];
  goesOn: () => boolean;
  fixMinutes?: number;
}

/** True once there. */
export async function drive(me: Person, { to, pace, car, goesOn, fixMinutes = FIX_MINUTES }: Drive): Promise<boolean> {
  const from = me.where ?? to;
  const startedAt = me.now();
  const minutes = roadMinutes(from, to).minutes * pace + OUT_OF_THE_DOOR_MINUTES;
  const arrivesAt = plusMinutes(startedAt, minutes);
  while (me.now() < arrivesAt) {
    await me.until(earliest([plusMinutes(me.now(), fixMinutes), arrivesAt]) ?? arrivesAt);
    if (!goesOn()) return false;
    const share = Math.min(1, minutesBetween(startedAt, me.now()) / minutes);
    const at = { lat: from.lat + (to.lat - from.lat) * share, lon: from.lon + (to.lon - from.lon) * share };
    for (const rider of [me, ...car()]) rider.moveTo(at);
  }
  return goesOn();
}
