// The situation as a question to the planner's engine, in minutes from now; and its answer as visits to book, to move, and what could not be placed and why.
import type { Need } from '../../shared/domain/activity.ts';
import { suitsOnly, type Only } from '../../shared/domain/crew-gender.ts';
import { openStretches } from '../../shared/domain/family-window.ts';
import { greatCircleKm, type Point } from '../../shared/domain/distance.ts';
import { DISTRICTS } from '../../shared/domain/district.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { instantOf, minutesBetween, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { canStand, type LegNeeds } from '../../shared/domain/leg-needs.ts';
import type { LeftOut } from '../../shared/domain/left-out.ts';
import type { PlanTravel } from '../../shared/domain/plan-proposal.ts';
import type { AskedBreak, AskedLeg, AskedPlan, AskedShift, AskedVisit, Plan, Shut } from './engine/problem.ts';
import { nightsIn, reservedHours } from './open-hours.ts';
import type { Drives, PlanShift, PlanTask, Situation, StandingVisit, Stretch } from './situation.ts';

/** Everything is in steps of so many minutes: nobody is told 15:17. */
const GRAIN = 5;
/** Of an hour of the reserve: the rest of it is for the way home at a shift's end, and too short for a visit. */
const HELD_MINUTES = 40;
/** Nobody is planned for sooner. */
const SOONEST = 30;
const WEIGHTS = { travel: 1, late: 3, latest: 0, apart: 60 };
/** Minutes of travel that each is worth: the reserve holds before any visit, what is due within the plan before what is not, and what stands stays where it can. */
const COST = { fixed: 10_000_000, reserve: 200_000, told: 60_000, booked: 45_000, dueWithin: 30_000, dueLater: 12_000, move: 400, moveTold: 1_600, moveProposed: 45 };

export interface Question { asked: AskedPlan; travel: PlanTravel; tasks: readonly PlanTask[]; reserve: readonly (Stretch & { districtCode: string })[]; impossible: readonly Unplaced[] }
export interface Unplaced { incidentId: Id; taskId: Id; why: LeftOut; need: Need | null }
export interface Placed { task: PlanTask; visits: readonly StandingVisit[] }
export interface Answer { placed: readonly Placed[]; leftOut: readonly Unplaced[]; reserveLost: readonly (Stretch & { districtCode: string })[]; travel: PlanTravel }

const up = (minutes: number): number => Math.ceil(minutes / GRAIN) * GRAIN;
const down = (minutes: number): number => Math.floor(minutes / GRAIN) * GRAIN;

/** Everything is counted from here: the next step of the clock on the wall, so that what is proposed are times that a person says. */
const originOf = (now: Instant): Instant => instantOf(up(Date.parse(now) / MINUTE_MS) * MINUTE_MS);
const MINUTE_MS = 60_000;

/** `drives`: what a router knows; null where none was asked. */
export function questionOf(situation: Situation, drives: Drives | null = null): Question {
  const { now, untilAt, planning, shifts } = situation;
  const from = (at: Instant): number => minutesBetween(originOf(now), at);
  const judged = situation.tasks.map((task) => ({ task, why: whyNever(task, situation) }));
  const tasks = judged.flatMap(({ task, why }) => (why === null ? [task] : []));
  const reserve = reservedHours({ fromAt: plusMinutes(now, SOONEST), untilAt }, planning.reserve);
  const places = [...shifts.map(({ base }) => base), ...tasks.map(({ at }) => at ?? MIDDLE), ...reserve.map(({ districtCode }) => middleOf(districtCode))];
  const { table, basis } = travelBetween(places, situation.roads, drives);
  const nights = nightsIn({ fromAt: now, untilAt }, planning).map((night): Shut => ({ from: from(night.fromAt), until: up(from(night.untilAt)) }));
  return {
    tasks, reserve, travel: basis, impossible: judged.flatMap(({ task: { incidentId, taskId }, why }) => (why === null ? [] : [{ incidentId, taskId, ...why }])),
    asked: {
      travel: table, weights: WEIGHTS, shifts: shifts.map((shift, index) => askedShift(shift, index, crewOf(shift, shifts), situation.driverNeeded ? onlyWith(shift, shifts) : null, from)),
      visits: [
        ...tasks.map((task, index) => askedVisit(task, shifts.length + index, situation, nights)),
        ...reserve.map(({ fromAt, untilAt: until }, index): AskedVisit => {
          const [opens, minutes] = [up(from(fromAt)), Math.min(HELD_MINUTES, minutesBetween(fromAt, until))];
          const leg = (need: Need): AskedLeg => ({ minutes, mayGo: whoMay({ need }, shifts) });
          return { place: shifts.length + tasks.length + index, opens, closes: opens, latest: opens, shut: [], first: leg('police'), second: { ...leg('social-work'), least: 0, most: 0 }, dropCost: COST.reserve, booked: null };
        }),
      ],
    },
  };
}

export function answerOf({ now, planning, shifts }: Situation, { tasks, reserve, impossible, travel }: Question, plan: Plan): Answer {
  const placed = plan.visits.flatMap(({ visit, legs }) => {
    const task = tasks[visit];
    if (task === undefined) return [];
    return [{ task, visits: task.legs.flatMap(({ id }, index): StandingVisit[] => {
      const [leg, shift] = [legs[index], shifts[legs[index]?.shift ?? -1]];
      if (leg === undefined || shift === undefined) return [];
      const fromAt = plusMinutes(originOf(now), leg.start);
      return [{ legId: id, staffId: shift.staffId, fromAt, untilAt: plusMinutes(fromAt, minutesOf(task, id, planning.visitMinutes)) }];
    }) }];
  });
  const leftOut = plan.leftOut.flatMap((visit) => {
    const task = tasks[visit];
    return task === undefined ? [] : [{ incidentId: task.incidentId, taskId: task.taskId, why: task.booked?.isFixed === true ? 'fixed-unkept' as const : 'no-room' as const, need: null }];
  });
  return { placed, leftOut: [...impossible, ...leftOut], travel, reserveLost: plan.leftOut.flatMap((visit) => reserve[visit - tasks.length] ?? []) };
}

const MIDDLE: Point = DISTRICTS[6].centre;
export const middleOf = (districtCode: string | null): Point => DISTRICTS.find(({ code }) => code === districtCode)?.centre ?? MIDDLE;

/** What may be told of a plan's places: where shifts begin and end, what is kept free, and every door but a secret one. */
export const openPlacesOf = ({ now, untilAt, planning, shifts, tasks }: Situation): Point[] => [
  ...shifts.map(({ base }) => base), ...tasks.flatMap(({ at, isSecret }) => (at === null || isSecret ? [] : [at])),
  ...reservedHours({ fromAt: plusMinutes(now, SOONEST), untilAt }, planning.reserve).map(({ districtCode }) => middleOf(districtCode)),
];

/** Closer together than this they are one place, and nobody travels. */
const SAME_KM = 0.05;

/** Between two places at least one step: by road where the router knew, else by the straight line at the slower of the day's two speeds, for a plan does not know the hour before it is found. */
function travelBetween(places: readonly Point[], { roadFactor, busyKmh, quietKmh }: Situation['roads'], drives: Drives | null): { table: number[][]; basis: PlanTravel } {
  const minutesPerKm = (roadFactor * 60) / Math.min(busyKmh, quietKmh);
  const found = { router: false, 'straight-line': false };
  const table = places.map((from) => places.map((to) => {
    const km = greatCircleKm(from, to);
    if (km < SAME_KM) return 0;
    const byRoad = drives?.(from, to) ?? null;
    found[byRoad === null ? 'straight-line' : 'router'] = true;
    return Math.max(GRAIN, up(byRoad ?? km * minutesPerKm));
  }));
  return { table, basis: !found.router ? 'straight-line' : found['straight-line'] ? 'both' : 'router' };
}

const mayStand = ({ profession, skills, gender }: PlanShift, leg: LegNeeds, only: Only | null = null): boolean => canStand(profession, leg, skills) && suitsOnly(only, gender ?? null);
const whoMay = (leg: LegNeeds, shifts: readonly PlanShift[], only: Only | null = null): number[] => shifts.flatMap((shift, index) => (mayStand(shift, leg, only) ? [index] : []));

const crewOf = ({ teamId }: PlanShift, shifts: readonly PlanShift[]): number | null => (teamId === null ? null : shifts.findIndex((other) => other.teamId === teamId));

/** Whoever is out with a vehicle that they may not drive goes with somebody of the crew who may, as it is when they are sent (`undrivenVehicle`). */
const onlyWith = ({ teamId, vehicle, skills }: PlanShift, shifts: readonly PlanShift[]): number[] | null =>
  (teamId === null || vehicle == null || skills.includes('driver') ? null : shifts.flatMap((other, index) => (other.teamId === teamId && other.vehicle === vehicle && other.skills.includes('driver') ? [index] : [])));

function askedShift({ fromAt, untilAt, taken }: PlanShift, base: number, crew: number | null, beside: readonly number[] | null, from: (at: Instant) => number): AskedShift {
  const begins = Math.max(up(from(fromAt)), SOONEST);
  return { crew, onlyWith: beside, base, from: begins, until: down(from(untilAt)), breaks: blocksOf(taken.map((one) => ({ opens: down(from(one.fromAt)), closes: up(from(one.untilAt)) })), begins) };
}

/** What is taken is a break that begins at its moment; where two run into each other they are one. */
function blocksOf(taken: readonly { opens: number; closes: number }[], begins: number): AskedBreak[] {
  const merged: { opens: number; closes: number }[] = [];
  for (const one of taken.filter(({ closes }) => closes > begins).map(({ opens, closes }) => ({ opens: Math.max(opens, begins), closes })).toSorted((a, b) => a.opens - b.opens)) {
    const last = merged.at(-1);
    if (last !== undefined && one.opens <= last.closes) last.closes = Math.max(last.closes, one.closes);
    else merged.push({ ...one });
  }
  return merged.map(({ opens, closes }) => ({ opens, closes: opens, minutes: closes - opens }));
}

function minutesOf({ booked }: PlanTask, legId: Id, usual: number): number {
  const visit = booked?.visits.find((one) => one.legId === legId);
  return visit === undefined ? usual : minutesBetween(visit.fromAt, visit.untilAt);
}

function askedVisit(task: PlanTask, place: number, { now, untilAt, planning, shifts }: Situation, nights: readonly Shut[]): AskedVisit {
  const from = (at: Instant): number => minutesBetween(originOf(now), at);
  const { suits, booked, dueFrom, dueAt } = task;
  const [first, second] = task.legs.map((leg): AskedLeg & { id: Id } => ({ id: leg.id, minutes: up(minutesOf(task, leg.id, planning.visitMinutes)), mayGo: whoMay(leg, shifts, task.only ?? null) }));
  if (first === undefined) throw new Error('a task without a leg was to be planned');
  const open = stretchesOf(task, { now, untilAt });
  const opens = Math.max(SOONEST, ...[open[0]?.fromAt, dueFrom].map((at) => (at == null ? 0 : up(from(at)))));
  const latest = down(from(open.at(-1)?.untilAt ?? untilAt));
  const gaps = open.slice(1).flatMap((next, index): Shut[] => { const gap = { from: down(from(open[index]?.untilAt ?? next.fromAt)), until: up(from(next.fromAt)) }; return gap.from < gap.until ? [gap] : []; });
  const common = { place, closes: Math.max(opens, dueAt === null ? latest : down(from(dueAt))), second: null, dropCost: dueAt !== null && dueAt <= untilAt ? COST.dueWithin : COST.dueLater };
  const joint = second === undefined ? null : { ...second, ...gapOf(task, planning.gapMinutes) };
  const standsOf = (visits: readonly StandingVisit[]) => task.legs.map(({ id }) => { const visit = visits.find(({ legId }) => legId === id); return { shift: shiftOf(visit, shifts), start: from(visit?.fromAt ?? now) }; });
  if (booked === null) return { ...common, opens, latest, shut: suits?.fromAt != null && suits.untilAt !== null ? gaps : together([...gaps, ...nights]), first, second: joint, booked: task.proposed === undefined ? null : { legs: standsOf(task.proposed), slack: 0, moveCost: COST.moveProposed } };
  const stands = standsOf(booked.visits);
  const begins = Math.min(...stands.map(({ start }) => start));
  const only = <L extends AskedLeg>(leg: L, index: number): L => (booked.isFixed ? { ...leg, mayGo: leg.mayGo.filter((shift) => shift === stands[index]?.shift) } : leg);
  // Never earlier than it was booked: nobody is surprised. Later costs by the minute, so that rather somebody else comes at the same time.
  return {
    ...common, opens: Math.max(opens, begins), closes: begins, latest: booked.isFixed ? begins : Math.max(latest, begins), shut: booked.isFixed || gaps.some((gap) => gap.from < begins && begins < gap.until) ? [] : gaps, first: only(first, 0), second: joint === null ? null : only(joint, 1),
    dropCost: booked.isFixed ? COST.fixed : booked.isTold ? COST.told : COST.booked, booked: { legs: stands, slack: 0, moveCost: booked.isTold ? COST.moveTold : COST.move },
  };
}

/** When it suits them, from the first moment that anybody is planned for. */
const stretchesOf = ({ suits }: PlanTask, { now, untilAt }: Pick<Situation, 'now' | 'untilAt'>): Stretch[] => {
  const whole = { fromAt: plusMinutes(now, SOONEST), untilAt };
  return suits === null ? [whole] : openStretches(suits, whole);
};

/** What runs into each other is one. */
function together(shut: readonly Shut[]): Shut[] {
  const merged: Shut[] = [];
  for (const one of shut.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && one.from < last.until) merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, one.until) };
    else merged.push(one);
  }
  return merged;
}

/** Together, unless it is to be one after the other, or was booked so: then as it was. */
function gapOf({ booked, gap: said, legs: [first, second] }: PlanTask, mostMinutes: number): { least: number; most: number } {
  const [one, other] = [first, second].map((leg) => booked?.visits.find(({ legId }) => legId === leg?.id));
  const gap = one === undefined || other === undefined ? 0 : minutesBetween(one.fromAt, other.fromAt);
  return gap > 0 && gap <= mostMinutes ? { least: gap, most: gap } : said ?? { least: 0, most: 0 };
}

const shiftOf = (visit: StandingVisit | undefined, shifts: readonly PlanShift[]): number =>
  shifts.findIndex(({ staffId, fromAt, untilAt }) => staffId === visit?.staffId && fromAt <= visit.fromAt && visit.untilAt <= untilAt);

/** What no search could mend. Null: it may be placed. */
function whyNever(task: PlanTask, { now, untilAt, planning, shifts }: Situation): Omit<Unplaced, 'incidentId' | 'taskId'> | null {
  if (task.legs.length > 2) return { why: 'too-many-legs', need: null };
  if (task.at === null) return { why: 'no-place', need: null };
  if (task.doubleCrewedOnly && task.legs.length < 2) return { why: 'double-crewed', need: null };
  const soonest = plusMinutes(now, SOONEST);
  const open = stretchesOf(task, { now, untilAt });
  const latest = open.at(-1)?.untilAt;
  if (latest === undefined) return { why: task.suits?.fromAt != null && task.suits.fromAt > untilAt ? 'window-later' : 'window-passed', need: null };
  const opens = [open[0]?.fromAt, task.dueFrom, ...(task.booked?.isFixed === false ? [task.booked.visits.map(({ fromAt }) => fromAt).toSorted()[0]] : []), soonest].reduce<Instant>((last, at) => (at != null && at > last ? at : last), soonest);
  for (const leg of task.legs) {
    const { need } = leg;
    const fitting = shifts.filter((shift) => mayStand(shift, leg, task.only ?? null));
    if (fitting.length === 0) return { why: 'nobody-fits', need };
    const isOpen = (shift: PlanShift): boolean => {
      const first = shift.fromAt > opens ? shift.fromAt : opens;
      return plusMinutes(first, planning.visitMinutes) <= shift.untilAt && first <= latest;
    };
    if (!fitting.some(isOpen)) return { why: 'nobody-then', need };
  }
  const people = task.legs.map((leg) => new Set(shifts.filter((shift) => mayStand(shift, leg, task.only ?? null)).map(({ staffId }) => staffId)));
  return people.length === 2 && new Set(people.flatMap((set) => [...set])).size < 2 ? { why: 'one-person-alone', need: null } : null;
}
