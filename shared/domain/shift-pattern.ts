// Shifts that repeat: four on and four off, or the same days each week; by the clock on the wall in London, also on the nights when it changes.
import { instantOf, type Instant } from './instant.ts';
import type { Stretch } from './shift.ts';
import { readWallTime } from './wall-time.ts';

/** Days are `2026-11-22`, times `20:00`; weekdays 0 Sunday to 6 Saturday. `until` is the last day on which a shift may begin. */
export type Repeat = { kind: 'once' } | { kind: 'on-off'; on: number; off: number; until: string } | { kind: 'weekly'; weekdays: readonly number[]; until: string };
export interface ShiftPattern { firstDay: string; begins: string; ends: string; pause: { begins: string; minutes: number } | null; repeat: Repeat }
export interface PlannedShift extends Stretch { breaks: Stretch[] }

/** More than a year of days on. */
export const MOST_SHIFTS = 370;
const DAY_MS = 86_400_000;

export const nextDay = (day: string, days = 1): string => instantOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).slice(0, 10);
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Of the hour that autumn lives twice, the first; in the hour that spring leaves out, its end. */
export const wallMoment = (day: string, time: string): Instant => readWallTime(`${day} ${time}`)?.at ?? readWallTime(`${day} 02:00`)?.at ?? instantOf(`${day}T${time}:00Z`);

/** An ending that is not later on the clock than the beginning is on the next day. Breaks outside the shift are none. */
function plannedOn(day: string, { begins, ends, pause }: ShiftPattern): PlannedShift {
  const [from, until] = [wallMoment(day, begins), wallMoment(ends <= begins ? nextDay(day) : day, ends)];
  if (pause === null) return { from, until, breaks: [] };
  const pauseFrom = wallMoment(pause.begins < begins ? nextDay(day) : day, pause.begins);
  const pauseUntil = instantOf(Date.parse(pauseFrom) + pause.minutes * 60_000);
  return { from, until, breaks: pauseFrom >= from && pauseUntil <= until ? [{ from: pauseFrom, until: pauseUntil }] : [] };
}

function daysOf({ firstDay, repeat }: ShiftPattern): string[] {
  if (repeat.kind === 'once') return [firstDay];
  const days: string[] = [];
  for (let [day, index] = [firstDay, 0]; day <= repeat.until && index < MOST_SHIFTS; [day, index] = [nextDay(day), index + 1]) {
    if (repeat.kind === 'weekly' ? repeat.weekdays.includes(weekdayOf(day)) : index % (repeat.on + repeat.off) < repeat.on) days.push(day);
  }
  return days;
}

/** In order. */
export const shiftsOf = (pattern: ShiftPattern): PlannedShift[] => daysOf(pattern).map((day) => plannedOn(day, pattern));
