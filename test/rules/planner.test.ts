// The planner's engine: whatever it is asked, it breaks no hard rule, leaves nothing out that fits, and repeats itself by its seed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findPlan, forSteps } from '../../server/planning/engine/search.ts';
import type { AskedPlan, AskedVisit, Plan, PlannedVisit } from '../../server/planning/engine/problem.ts';
import { seeded } from '../../server/rehearsal/calls/seeded.ts';

const HAIR = 1e-6;
const STEPS = 2_000;
const WEIGHTS = { travel: 1, late: 2, latest: 1, apart: 5 };
const FOREVER = Number.POSITIVE_INFINITY;

const plan = (asked: AskedPlan, seed = 1, steps = STEPS): Plan => findPlan(asked, seeded(seed), forSteps(steps));

/** All on one line, a minute a step. */
const line = (places: readonly number[]): number[][] => places.map((from) => places.map((to) => Math.abs(from - to)));
const visit = (place: number, rest: Partial<AskedVisit> = {}): AskedVisit =>
  ({ place, opens: 0, closes: 600, latest: FOREVER, shut: [], first: { minutes: 30, mayGo: [0, 1] }, second: null, dropCost: 10_000, booked: null, ...rest });
const shift = (from: number, until: number, breaks: AskedPlan['shifts'][number]['breaks'] = []): AskedPlan['shifts'][number] => ({ base: 0, from, until, breaks, crew: null, onlyWith: null });
const asking = (places: readonly number[], shifts: AskedPlan['shifts'], visits: readonly AskedVisit[]): AskedPlan => ({ travel: line(places), shifts, visits, weights: WEIGHTS });
const startsOf = (found: Plan, index: number): number[] => found.visits.find((one) => one.visit === index)?.legs.map(({ start }) => start) ?? [];

describe('a plan', () => {
  test('two people who must meet begin at the same minute, the one who is there first waits', () => {
    const found = plan(asking([0, 10, 50], [shift(0, 600), shift(100, 600)], [visit(2, { first: { minutes: 30, mayGo: [0] }, second: { minutes: 30, mayGo: [1], least: 0, most: 0 } })]));
    expect(startsOf(found, 0)).toEqual([150, 150]);
  });

  test('of two that come one after the other, the first waits where the second would come too late after it', () => {
    const found = plan(asking([0, 10, 50], [shift(0, 600), shift(100, 600)], [visit(2, { first: { minutes: 30, mayGo: [0] }, second: { minutes: 30, mayGo: [1], least: 20, most: 40 } })]));
    expect(startsOf(found, 0)).toEqual([110, 150]);
  });

  test('nobody is at both ends of a visit that asks for two, and it is left out where only one person may go', () => {
    expect(plan(asking([0, 10], [shift(0, 600)], [visit(1, { first: { minutes: 30, mayGo: [0] }, second: { minutes: 30, mayGo: [0], least: 10, most: 90 } })])).leftOut).toEqual([0]);
  });

  test('a break is held before a visit that would run into it, and the shift ends at the base in time', () => {
    const asked = asking([0, 60], [shift(0, 300, [{ opens: 60, closes: 80, minutes: 45 }])], [visit(1, { first: { minutes: 60, mayGo: [0] } })]);
    expect(startsOf(plan(asked), 0)).toEqual([165]);
    expect(plan({ ...asked, shifts: [shift(0, 284, [{ opens: 60, closes: 80, minutes: 45 }])] }).leftOut).toEqual([0]);
  });

  test('where it is shut meanwhile both begin when it opens again', () => {
    const asked = asking([0, 50], [shift(0, 600), shift(0, 600)], [visit(1, { shut: [{ from: 40, until: 200 }], second: { minutes: 30, mayGo: [0, 1], least: 10, most: 20 } })]);
    expect(startsOf(plan(asked), 0)).toEqual([200, 210]);
  });

  test('two of one crew go together where that costs little', () => {
    const people = [{ ...shift(0, 600), crew: 1 }, { ...shift(0, 600), crew: 2 }, { ...shift(0, 600), crew: 1 }];
    const found = plan(asking([0, 10], people, [visit(1, { first: { minutes: 30, mayGo: [0] }, second: { minutes: 30, mayGo: [1, 2], least: 0, most: 0 } })]));
    expect(found.visits[0]?.legs.map((leg) => leg.shift)).toEqual([0, 2]);
  });

  test('what does not fit is left out, the cheapest of it', () => {
    const found = plan(asking([0, 10], [shift(0, 120)], [visit(1, { first: { minutes: 60, mayGo: [0] }, dropCost: 500 }), visit(1, { first: { minutes: 60, mayGo: [0] }, dropCost: 900 })]));
    expect(found.leftOut).toEqual([0]);
  });

  test('who is booked goes, at their time, unless it costs more than moving them', () => {
    const booked = { legs: [{ shift: 1, start: 200 }], slack: 10, moveCost: 500 };
    const one = visit(1, { opens: 195, closes: 210, booked });
    expect(plan(asking([0, 10], [shift(0, 600), shift(0, 600)], [one])).visits[0]?.legs).toEqual([{ shift: 1, start: 195 }]);
    const away = plan(asking([0, 10], [shift(0, 600), shift(300, 600)], [one]));
    expect(away.visits[0]?.legs).toEqual([{ shift: 0, start: 195 }]);
    expect(away.cost).toBeGreaterThanOrEqual(500);
  });

  test('the same seed and steps find the same plan, to the minute', () => {
    fc.assert(fc.property(asked(), fc.integer({ min: 1, max: 1000 }), (question, seed) => {
      expect(plan(question, seed, 300)).toEqual(plan(question, seed, 300));
    }), { numRuns: 20 });
  });

  test('whatever is asked, no hard rule is broken, and its sums are those of its visits', () => {
    fc.assert(fc.property(asked(), fc.integer({ min: 1, max: 1000 }), (question, seed) => {
      const found = plan(question, seed, 1_000);
      expect(faultsOf(question, found)).toEqual([]);
      const late = found.visits.flatMap(({ visit: index, legs }) => legs.map(({ start }) => Math.max(0, start - (question.visits[index]?.closes ?? 0))));
      expect(found.late).toBeCloseTo(late.reduce((sum, one) => sum + one, 0), 6);
      expect(found.latest).toBeCloseTo(Math.max(0, ...late), 6);
    }), { numRuns: 150 });
  });

  test('the longer it searches, the better: never worse than the plan it began with', () => {
    fc.assert(fc.property(asked(), (question) => {
      expect(plan(question, 1, 1_500).cost).toBeLessThanOrEqual(plan(question, 1, 0).cost + HAIR);
    }), { numRuns: 30 });
  });
});

const minutes = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });

function asked(): fc.Arbitrary<AskedPlan> {
  return fc.integer({ min: 1, max: 4 }).chain((people) => fc.record({
    places: fc.array(minutes(60), { minLength: 4, maxLength: 8 }),
    shifts: fc.array(fc.record({ from: minutes(300), hours: minutes(480), pause: fc.option(fc.record({ opens: minutes(200), wide: minutes(90), minutes: minutes(45) })) }), { minLength: people, maxLength: people }),
    visits: fc.array(fc.record({
      place: minutes(3), opens: minutes(400), wide: minutes(120), hard: fc.boolean(), night: fc.option(fc.record({ from: minutes(400), wide: minutes(200) })), minutes: minutes(60), may: fc.subarray([...Array(people).keys()], { minLength: 1 }),
      second: fc.option(fc.record({ minutes: minutes(60), may: fc.subarray([...Array(people).keys()], { minLength: 1 }), least: minutes(30), more: minutes(60) })), dropCost: minutes(3_000),
    }), { maxLength: 9 }),
  })).map(({ places, shifts, visits }) => asking(places,
    shifts.map(({ from, hours, pause }) => shift(from, from + hours, pause === null ? [] : [{ opens: from + pause.opens, closes: from + pause.opens + pause.wide, minutes: pause.minutes }])),
    visits.map(({ place, opens, wide, hard, night, minutes: long, may, second, dropCost }) => visit(place, {
      opens, closes: opens + wide, latest: hard ? opens + wide : FOREVER, shut: night === null ? [] : [{ from: night.from, until: night.from + night.wide }], first: { minutes: long, mayGo: may }, dropCost,
      second: second === null ? null : { minutes: second.minutes, mayGo: second.may, least: second.least, most: second.least + second.more },
    }))));
}

/** Every hard rule once more, by the plan alone. */
function faultsOf(question: AskedPlan, found: Plan): string[] {
  const counted = [...found.visits.map(({ visit: index }) => index), ...found.leftOut].toSorted((a, b) => a - b);
  const all = JSON.stringify(counted) === JSON.stringify([...question.visits.keys()]) ? [] : ['a visit is lost or doubled'];
  return [...all, ...found.visits.flatMap((one) => ofVisit(question, one)), ...question.shifts.flatMap((_, index) => ofShift(question, found, index))];
}

function ofVisit({ visits }: AskedPlan, { visit: index, legs }: PlannedVisit): string[] {
  const asking = visits[index];
  const [first, second] = legs;
  if (asking === undefined || first === undefined || legs.length !== (asking.second === null ? 1 : 2)) return [`visit ${index} has other legs than it asks for`];
  const faults = legs.filter(({ start }) => start < asking.opens - HAIR || start > asking.latest + HAIR || asking.shut.some(({ from, until }) => start > from + HAIR && start < until - HAIR)).map(() => `visit ${index} begins outside its window`);
  if (!asking.first.mayGo.includes(first.shift)) faults.push(`visit ${index}: who may not go does`);
  if (asking.second === null || second === undefined) return faults;
  if (!asking.second.mayGo.includes(second.shift) || second.shift === first.shift) faults.push(`visit ${index}: who may not go second does`);
  const gap = second.start - first.start;
  if (gap < asking.second.least - HAIR || gap > asking.second.most + HAIR) faults.push(`visit ${index}: ${gap} minutes between its legs`);
  return faults;
}

/** Walks the day: the way to each visit, every break somewhere between, home in time. */
function ofShift({ shifts, visits, travel }: AskedPlan, found: Plan, index: number): string[] {
  const asking = shifts[index];
  if (asking === undefined) return [];
  const stops = found.visits.flatMap(({ visit: at, legs }) => legs.flatMap(({ shift: who, start }, leg) => {
    const { place, first, second } = visits[at] ?? visit(0);
    return who === index ? [{ place, start, minutes: (leg === 0 ? first : second ?? first).minutes }] : [];
  })).toSorted((a, b) => a.start - b.start);
  if (stops.length === 0) return [];
  let [at, free] = [asking.base, asking.from];
  const pauses = [...asking.breaks];
  const faults: string[] = [];
  for (const stop of [...stops, { place: asking.base, start: asking.until, minutes: 0 }]) {
    const way = travel[at]?.[stop.place] ?? FOREVER;
    // As many breaks as fit between are held: as early as they may be.
    while (pauses[0] !== undefined && Math.max(free, pauses[0].opens) <= pauses[0].closes && Math.max(free, pauses[0].opens) + pauses[0].minutes + way <= stop.start + HAIR) {
      free = Math.max(free, pauses[0].opens) + pauses[0].minutes;
      pauses.shift();
    }
    if (free + way > stop.start + HAIR) faults.push(`shift ${index} is at ${stop.place} before it can be, or home too late`);
    [at, free] = [stop.place, stop.start + stop.minutes];
  }
  return pauses.length > 0 ? [...faults, `shift ${index} has no time for its break`] : faults;
}
