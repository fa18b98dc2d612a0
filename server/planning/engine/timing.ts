// When a leg can begin on a shift as it stands, with its breaks, and that its person is home in time. No rule of time is anywhere else in the engine.
import type { Leg, Shift } from './pieces.ts';
import type { Shut } from './problem.ts';

/** It cannot. */
export const NEVER = Infinity;

/** The earliest beginning that is not before `notBefore`. A break that would begin too late after it is held first, while waiting where it can be. */
export function earliest({ shift, minutes }: Leg, way: number, notBefore: number): number {
  let free = shift.free;
  let start = Math.max(free + way, notBefore);
  for (let next = shift.taken; next < shift.breaks.length; next += 1) {
    const pause = shift.breaks[next];
    if (pause === undefined || start + minutes <= pause.closes) break;
    const begins = Math.max(free, pause.opens);
    if (begins > pause.closes) return NEVER;
    free = begins + pause.minutes;
    start = Math.max(free + way, notBefore);
  }
  return start;
}

/** When somebody may begin who would begin then: the same, or when it opens again. */
export function openAt(shut: readonly Shut[], start: number): number {
  for (const { from, until } of shut) if (start > from && start < until) return until;
  return start;
}

/** Whether its person still has all their breaks and is back at the base before the shift ends. */
export function isHomeInTime(shift: Shift, done: number, wayHome: number): boolean {
  let time = done;
  for (let next = shift.taken; next < shift.breaks.length; next += 1) {
    const pause = shift.breaks[next];
    if (pause === undefined || done > pause.closes) continue;
    time = Math.max(time, pause.opens);
    if (time > pause.closes) return false;
    time += pause.minutes;
  }
  return time + wayHome <= shift.until;
}

/** The leg begins then: its shift goes on from there, and remembers what was before. */
export function settle(leg: Leg, place: number, start: number): void {
  const { shift, before, minutes } = leg;
  before.at = shift.at;
  before.free = shift.free;
  before.taken = shift.taken;
  leg.start = start;
  shift.at = place;
  shift.free = start + minutes;
  while (shift.taken < shift.breaks.length && shift.free > (shift.breaks[shift.taken]?.closes ?? NEVER)) shift.taken += 1;
}

export function unsettle({ shift, before }: Leg): void {
  shift.at = before.at;
  shift.free = before.free;
  shift.taken = before.taken;
}
