// Who works when in a played rehearsal: crews four days on and four off, over the demand's peak; control and the EDT desk round the clock.
import { TZDate } from '@date-fns/tz';
import { addDays, differenceInCalendarDays } from 'date-fns';
import { instantOf, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { SeedStaff } from '../seed/staff.ts';
import { expectedCalls } from '../../shared/domain/founding-demand.ts';
import { seeded } from './calls/seeded.ts';

export interface Shift { key: string; seat: 'responder' | 'control' | 'edt'; team: string | null; from: Instant; until: Instant }

/** 27 staff are about 118 hours a day (docs/practice.md, More need than hands): half of them at work on any day, this long each. */
const CREW_MINUTES = 8 * 60 + 45;
const DAYS_ON = 4;
const CYCLE = 2 * DAYS_ON;
const OVERLAP_MINUTES = 15;

/** Local wall time; each post is held by two in turn, four days each, so that the first of them has the first evening. */
const POSTS = [
  { seat: 'control', at: 14, hours: 8, keys: ['coordinator', 'coordinator2'] }, { seat: 'control', at: 22, hours: 8, keys: ['coordinator3', 'coordinator4'] },
  { seat: 'control', at: 6, hours: 8, keys: ['coordinator5', 'coordinator6'] }, { seat: 'control', at: 15.5, hours: 10, keys: ['coordinator7', 'coordinator8'] },
  { seat: 'control', at: 17.5, hours: 12, keys: ['supervisor', 'supervisor2'] }, { seat: 'control', at: 5.5, hours: 12, keys: ['supervisor3', 'supervisor4'] },
  { seat: 'edt', at: 17, hours: 8, keys: ['edt', 'edt2'] }, { seat: 'edt', at: 1, hours: 8, keys: ['edt3', 'edt4'] }, { seat: 'edt', at: 9, hours: 8, keys: ['edt5', 'edt6'] },
] as const;

/** Every shift that touches the hours from `from` on; who is at work when they begin books on as they begin. */
export function shiftsOf(staff: readonly SeedStaff[], from: Instant, hours: number, seed: number): Shift[] {
  const until = plusMinutes(from, hours * 60);
  const first = london(from);
  const days = differenceInCalendarDays(london(until), first);
  const all = Array.from({ length: days + 2 }, (_, index) => index - 1).flatMap((day) => [...postsOn(first, day), ...crewsOn(staff, first, day, seed)]);
  return all.filter((shift) => shift.until > from && shift.from < until)
    .map((shift) => (shift.from < from ? { ...shift, from } : shift))
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.key.localeCompare(b.key));
}

const postsOn = (first: TZDate, day: number): Shift[] => POSTS.map(({ seat, at, hours, keys }) => {
  // Until the next one comes by the clock on the wall, also on the nights when it changes.
  return { key: keys[turnOf(day, CYCLE) < DAYS_ON ? 0 : 1], seat, team: null, from: wall(first, day, at), until: plusMinutes(wall(first, day, at + hours), OVERLAP_MINUTES) };
});

/** Whoever is on their first of four days starts earliest, on their last latest: the rota goes forward, with a night's rest between any two. */
function crewsOn(staff: readonly SeedStaff[], first: TZDate, day: number, seed: number): Shift[] {
  const teams = Map.groupBy(staff.filter(({ team }) => team !== undefined), ({ team }) => team ?? '');
  const turned = seeded(seed).derive('rota').whole(0, CYCLE - 1);
  const working = [...teams].map(([team, members], index) => ({ team, members, turn: turnOf(day + turned + Math.floor((index * CYCLE) / teams.size), CYCLE) }))
    .filter(({ turn }) => turn < DAYS_ON).toSorted((a, b) => a.turn - b.turn || a.team.localeCompare(b.team));
  const starts = startsFor(working.length);
  return working.flatMap(({ team, members }, rank) => members.map(({ key }): Shift => {
    const start = wall(first, day, starts[rank] ?? 16);
    return { key, seat: 'responder', team, from: start, until: plusMinutes(start, CREW_MINUTES) };
  }));
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DEMAND = HOURS.map((hour) => expectedCalls({ hour, weekday: 4 }));
const DAY_BEGINS = 7;

/** Full hours to start at, earliest in the day first: each crew goes where most of the demand is left uncovered. */
function startsFor(crews: number): number[] {
  const covered = CREW_MINUTES / 60;
  const sum = DEMAND.reduce((total, calls) => total + calls, 0);
  const left = DEMAND.map((calls) => (calls * crews * covered) / sum);
  const hoursFrom = (start: number) => HOURS.slice(0, Math.ceil(covered)).map((after) => ({ hour: (start + after) % 24, share: Math.min(1, covered - after) }));
  return Array.from({ length: crews }, () => {
    const gain = (start: number): number => hoursFrom(start).reduce((total, { hour, share }) => total + Math.max(0, Math.min(share, left[hour] ?? 0)), 0);
    const best = HOURS.reduce((a, b) => (gain(b) > gain(a) + 1e-9 ? b : a));
    for (const { hour, share } of hoursFrom(best)) left[hour] = (left[hour] ?? 0) - share;
    return best;
  }).map((start) => (start < DAY_BEGINS ? start + 24 : start)).toSorted((a, b) => a - b);
}

const turnOf = (day: number, cycle: number): number => ((day % cycle) + cycle) % cycle;
const london = (at: Instant): TZDate => new TZDate(Date.parse(at), 'Europe/London');

function wall(first: TZDate, day: number, hour: number): Instant {
  // Hours beyond the 24th are those of the next day: by its own clock, not by counting from this one's.
  const on = addDays(first, day + Math.floor(hour / 24));
  return instantOf(new TZDate(on.getFullYear(), on.getMonth(), on.getDate(), Math.floor(hour % 24), (hour % 1) * 60, 0, 0, 'Europe/London').getTime());
}
