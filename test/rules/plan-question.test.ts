// A plan of 48 hours: whatever the situation, it breaks no hard rule, keeps the reserve where that can be kept, and after a change moves no fixed visit and nothing without need.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canFill, type Need, type Profession } from '../../shared/domain/activity.ts';
import { suits } from '../../shared/domain/family-window.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { FIRST_PLANNING } from '../../shared/domain/planning.ts';
import { minutesBetween, plusMinutes } from '../../shared/domain/instant.ts';
import { findPlan, forSteps } from '../../server/planning/engine/search.ts';
import { nightsIn, reservedHours } from '../../server/planning/open-hours.ts';
import { proposalOf } from '../../server/planning/proposal.ts';
import { answerOf, openPlacesOf, questionOf, type Answer } from '../../server/planning/question.ts';
import type { PlanShift, PlanTask, Situation, StandingVisit } from '../../server/planning/situation.ts';
import { seeded } from '../../server/rehearsal/calls/seeded.ts';

/** A Friday at 17:00, winter time. */
const NOW = '2026-11-20T17:00:00.000Z';
const at = (minutes: number): string => plusMinutes(NOW, minutes);
const PRESTON = { lat: 53.759, lon: -2.699 };
const NO_RESERVE = { ...FIRST_PLANNING, reserve: [], visitFrom: '00:00', visitUntil: '23:55' };

const shift = (staffId: string, profession: Profession, from = 0, until = 480, taken: PlanShift['taken'] = []): PlanShift => ({ staffId, profession, teamId: null, skills: [], fromAt: at(from), untilAt: at(until), base: PRESTON, taken });
const PAIR = [shift('wren', 'constable'), shift('lark', 'social-worker')];
const task = (id: string, change: Partial<PlanTask> = {}): PlanTask => ({
  incidentId: id, taskId: id, at: PRESTON, legs: [{ id: `${id} police`, need: 'police' }, { id: `${id} social`, need: 'social-work' }], isSecret: false, doubleCrewedOnly: false, dueFrom: null, dueAt: at(2000), suits: null, gap: null, booked: null, ...change,
});
const once = (fromAt: string | null, untilAt: string | null): PlanTask['suits'] => ({ fromAt, untilAt, isDaily: false });
const bookedAt = (id: string, from: number, change: Partial<NonNullable<PlanTask['booked']>> = {}): PlanTask => task(id, { booked: {
  bookingId: `booking of ${id}`, isFixed: false, isTold: false,
  visits: [['police', 'wren'], ['social', 'lark']].map(([leg, staffId = '']): StandingVisit => ({ legId: `${id} ${leg}`, staffId, fromAt: at(from), untilAt: at(from + 60) })), ...change,
} });
const situation = (tasks: readonly PlanTask[], shifts: readonly PlanShift[] = PAIR, planning: Situation['planning'] = NO_RESERVE): Situation => ({ now: NOW, untilAt: at(48 * 60), planning, roads: FIRST_POLICY.sending, driverNeeded: false, tasks, shifts });
const solve = (asked: Situation, steps = 1_500): Answer => {
  const question = questionOf(asked);
  return answerOf(asked, question, findPlan(question.asked, seeded(1), forSteps(steps)));
};
const proposed = (asked: Situation) => proposalOf(solve(asked), asked);
const startOf = (answer: Answer, id: string) => answer.placed.find((one) => one.task.taskId === id)?.visits.map(({ fromAt }) => minutesBetween(NOW, fromAt));
const whyOf = (answer: Answer, id: string) => answer.leftOut.find(({ taskId }) => taskId === id)?.why;

describe('a plan', () => {
  test('sends both to one door at one minute, when it suits the family, by day', () => {
    expect(startOf(solve(situation([task('a')])), 'a')).toEqual([30, 30]);
    expect(startOf(solve(situation([task('a', { suits: once(at(62), null) })])), 'a')).toEqual([65, 65]);
    const nightShift = [shift('wren', 'constable', 0, 1440), shift('lark', 'social-worker', 0, 1440)];
    const late = task('a', { dueFrom: at(300) });
    expect(startOf(solve(situation([late], nightShift, { ...NO_RESERVE, visitFrom: '08:00', visitUntil: '21:00' })), 'a')).toEqual([900, 900]);
    expect(startOf(solve(situation([{ ...late, suits: once(at(290), at(400)) }], nightShift, { ...NO_RESERVE, visitFrom: '08:00', visitUntil: '21:00' })), 'a')).toEqual([300, 300]);
  });

  test('says why for what it cannot place', () => {
    expect(whyOf(solve(situation([task('a', { at: null })])), 'a')).toBe('no-place');
    expect(whyOf(solve(situation([task('a', { legs: [{ id: '1', need: 'social-work' }], doubleCrewedOnly: true })])), 'a')).toBe('double-crewed');
    expect(whyOf(solve(situation([task('a')], [shift('wren', 'constable')])), 'a')).toBe('nobody-fits');
    expect(whyOf(solve(situation([task('a', { suits: once(at(470), null) })])), 'a')).toBe('nobody-then');
    expect(whyOf(solve(situation([task('a', { suits: once(null, at(10)) })])), 'a')).toBe('window-passed');
    expect(whyOf(solve(situation([task('a')], [shift('wren', 'constable'), shift('lark', 'social-worker', 0, 480, [{ fromAt: at(0), untilAt: at(450) }])])), 'a')).toBe('no-room');
    expect(whyOf(solve(situation([task('a', { legs: ['1', '2', '3'].map((id) => ({ id, need: 'social-work' as Need })) })])), 'a')).toBe('too-many-legs');
    expect(whyOf(solve(situation([bookedAt('a', 100, { isFixed: true })], [shift('tern', 'constable'), PAIR[1] ?? shift('lark', 'social-worker')])), 'a')).toBe('fixed-unkept');
  });

  test('leaves what stands where it is, and moves it later rather than leave it out; who was told is told', () => {
    const stands = proposed(situation([bookedAt('a', 100), bookedAt('b', 200, { isFixed: true })]));
    expect([stands.lines, stands.kept.map(({ bookingId }) => bookingId).toSorted()]).toEqual([[], ['booking of a', 'booking of b']]);
    const wrenOut = [shift('wren', 'constable', 0, 480, [{ fromAt: at(0), untilAt: at(300) }]), shift('lark', 'social-worker')];
    const moved = proposed(situation([bookedAt('a', 100, { isTold: true })], wrenOut));
    expect(moved.lines).toMatchObject([{ fromBookingId: 'booking of a', mustTell: true, visits: [{ staffId: 'wren', fromAt: at(300) }, { staffId: 'lark', fromAt: at(300) }] }]);
    const another = proposed(situation([bookedAt('a', 100)], [...wrenOut, shift('tern', 'pcso')]));
    expect(another.lines).toMatchObject([{ visits: [{ staffId: 'tern', fromAt: at(100) }, { staffId: 'lark', fromAt: at(100) }] }]);
  });

  test('proposes times that a person says, whatever second it is asked in, and sees what stands as it stands', () => {
    const odd = { ...situation([task('a'), bookedAt('b', 203)]), now: '2026-11-20T17:02:41.500Z' };
    const { placed } = solve(odd);
    expect(placed.flatMap(({ task: { taskId }, visits }) => visits.map(({ fromAt }) => [taskId, fromAt])).toSorted()).toEqual([['a', '2026-11-20T17:35:00.000Z'], ['a', '2026-11-20T17:35:00.000Z'], ['b', at(203)], ['b', at(203)]]);
    expect(proposalOf({ placed, leftOut: [], reserveLost: [], travel: 'straight-line' }, odd).kept).toHaveLength(1);
  });

  test('travels by road where the router knew, by the straight line where it did not, and says which', () => {
    const there = { lat: 53.85, lon: -2.78 };
    const onRoad = (minutes: number | null): [number[] | undefined, string] => {
      const asked = situation([task('a', { at: there })]);
      const question = questionOf(asked, () => minutes);
      const answer = answerOf(asked, question, findPlan(question.asked, seeded(1), forSteps(1_500)));
      return [startOf(answer, 'a'), proposalOf(answer, asked).travel];
    };
    expect([onRoad(null), onRoad(41.2), onRoad(0)]).toEqual([[[60, 60], 'straight-line'], [[75, 75], 'router'], [[35, 35], 'router']]);
    expect(proposalOf(solve(situation([task('a', { at: there })])), situation([])).travel).toBe('straight-line');
  });

  test('tells a router no place that must stay secret, and goes there by the straight line', () => {
    const [open, secret] = [{ lat: 53.85, lon: -2.78 }, { lat: 53.7, lon: -2.4 }];
    const asked = situation([task('a', { at: open }), task('b', { at: secret, isSecret: true }), task('c', { at: null })]);
    expect(openPlacesOf(asked)).toEqual([PRESTON, PRESTON, open]);
    const { travel } = questionOf(asked, (_from, to) => (to === secret ? null : 10));
    expect(travel).toBe('both');
  });

  test('where a vehicle needs somebody who may drive it, whoever may not goes with one of the crew who may, and alone nowhere', () => {
    const out = (staffId: string, profession: Profession, teamId: string, skills: PlanShift['skills'] = []): PlanShift => ({ ...shift(staffId, profession), teamId, vehicle: 'PX70 ABC', skills });
    const alone = { legs: [{ id: '1', need: 'social-work' as Need }] };
    const people = [out('wren', 'constable', 'one', ['driver']), out('lark', 'social-worker', 'one'), out('tern', 'constable', 'two'), shift('dove', 'social-worker', 200)];
    const asked = (tasks: PlanTask[]): Situation => ({ ...situation(tasks, people), driverNeeded: true });
    const who = (answer: Answer) => answer.placed.flatMap(({ visits }) => visits.map(({ staffId }) => staffId));
    expect(who(solve(asked([task('a')])))).toEqual(['wren', 'lark']);
    expect(who(solve(asked([task('a', alone)])))).toEqual(['dove']);
    expect(who(solve({ ...asked([task('a', alone)]), driverNeeded: false }))).toEqual(['lark']);
    expect(who(solve({ ...asked([task('a')]), shifts: people.slice(1) }))).toEqual([]);
  });

  test('keeps the reserve before any visit, and says where it could not', () => {
    const reserve = [{ districtCode: 'E07000123', days: [5], from: '17:00', until: '21:00', crews: 1 }];
    const one = solve(situation([task('a')], PAIR, { ...NO_RESERVE, reserve }));
    expect([startOf(one, 'a')?.every((start) => start >= 220), one.reserveLost]).toEqual([true, []]);
    const nobody = solve(situation([], [shift('wren', 'constable')], { ...NO_RESERVE, reserve }));
    expect(nobody.reserveLost).toHaveLength(3);
  });
});

test('nights and reserved hours follow the clock on the wall over the change', () => {
  const autumn = { fromAt: '2026-10-24T12:00:00.000Z', untilAt: '2026-10-26T12:00:00.000Z' };
  expect(nightsIn(autumn, FIRST_PLANNING).map(({ fromAt, untilAt }) => minutesBetween(fromAt, untilAt))).toEqual([12 * 60, 11 * 60]);
  expect(reservedHours(autumn, [{ districtCode: 'x', days: [6], from: '22:00', until: '03:00', crews: 2 }])).toHaveLength(12);
});

test('a crew that is taken away: its visits go to other crews as pairs, and nothing else moves', () => {
  const crew = (name: string, taken: PlanShift['taken'] = []): PlanShift[] => PAIR.map((one) => ({ ...one, untilAt: at(900), staffId: `${one.staffId} of ${name}`, teamId: name, taken }));
  const names = ['A', 'B', 'C', 'D', 'E'];
  const visits = names.flatMap((name, index) => [60, 260, 460].map((first, turn): PlanTask => {
    const from = first + (index % 2) * 100;
    const id = `${name}${turn}`;
    return { ...bookedAt(id, from), at: { lat: 53.7 + index * 0.04, lon: -2.7 - turn * 0.03 }, booked: {
      bookingId: id, isFixed: false, isTold: turn === 1, visits: [['police', 'wren'], ['social', 'lark']].map(([leg = '', who = '']): StandingVisit => ({ legId: `${id} ${leg}`, staffId: `${who} of ${name}`, fromAt: at(from), untilAt: at(from + 60) })),
    } };
  }));
  const { placed, leftOut } = solve(situation(visits, names.flatMap((name) => crew(name, name === 'C' ? [{ fromAt: at(0), untilAt: at(900) }] : []))), 6000);
  const moved = placed.filter(({ task: { booked }, visits: now }) => now.some((visit, leg) => visit.staffId !== booked?.visits[leg]?.staffId || visit.fromAt !== booked.visits[leg]?.fromAt));
  expect([leftOut, moved.map(({ task: { taskId } }) => taskId).toSorted()]).toEqual([[], ['C0', 'C1', 'C2']]);
  for (const { visits: now } of moved) expect(new Set(now.map(({ staffId }) => staffId.slice(-1))).size).toBe(1);
});

const minutes = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
const professions: readonly Profession[] = ['constable', 'pcso', 'social-worker', 'youth-worker'];

function situations(): fc.Arbitrary<Situation> {
  return fc.record({
    people: fc.array(fc.record({ profession: fc.constantFrom(...professions), teamId: fc.constantFrom(null, 'one', 'two'), from: minutes(600), long: fc.integer({ min: 120, max: 700 }), taken: fc.option(fc.record({ from: minutes(600), long: fc.integer({ min: 15, max: 120 }) })) }), { minLength: 2, maxLength: 6 }),
    tasks: fc.array(fc.record({
      lat: fc.double({ min: 53.6, max: 53.9, noNaN: true }), joint: fc.boolean(), due: minutes(2800), suits: fc.option(fc.record({ from: minutes(900), wide: fc.integer({ min: 30, max: 600 }), daily: fc.boolean() })), gap: fc.option(fc.record({ least: minutes(40), more: minutes(60) })),
      booked: fc.option(fc.record({ from: fc.integer({ min: 6, max: 120 }), fixed: fc.boolean(), told: fc.boolean(), who: fc.tuple(minutes(5), minutes(5)) }), { freq: 2 }),
    }), { maxLength: 7 }),
    crews: minutes(1),
  }).map(({ people, tasks, crews }) => {
    const shifts = people.map(({ profession, teamId, from, long, taken }, index): PlanShift => ({ ...shift(`person ${index}`, profession, from, from + long, taken === null ? [] : [{ fromAt: at(taken.from), untilAt: at(taken.from + taken.long) }]), teamId }));
    return situation(tasks.map(({ lat, joint, due, suits: when, gap, booked }, index) => {
      const legs = [{ id: `${index} a`, need: 'police' as Need }, { id: `${index} b`, need: 'social-work' as Need }].slice(joint ? 0 : 1);
      const visits = booked === null ? [] : legs.map(({ id }, leg): StandingVisit => ({ legId: id, staffId: `person ${booked.who[leg] ?? 0}`, fromAt: at(booked.from * 5), untilAt: at(booked.from * 5 + 60) }));
      return task(String(index), {
        at: { lat, lon: -2.7 }, legs, dueAt: at(due), suits: when === null ? null : { fromAt: at(when.from), untilAt: at(when.from + when.wide), isDaily: when.daily }, gap: gap === null ? null : { least: gap.least, most: gap.least + gap.more },
        booked: booked === null ? null : { bookingId: `booking of ${index}`, isFixed: booked.fixed, isTold: booked.told, visits },
      });
    }), shifts, { ...FIRST_PLANNING, reserve: crews === 0 ? [] : [{ districtCode: 'E07000123', days: [5], from: '18:00', until: '22:00', crews }] });
  });
}

test('whatever the situation: one person at one place, fit for the leg, at work and not taken, when it suits; a fixed visit stays to the minute; nothing comes earlier than it was booked', () => {
  fc.assert(fc.property(situations(), (asked) => {
    const { placed, leftOut } = solve(asked, 400);
    expect([...placed.map(({ task: { taskId } }) => taskId), ...leftOut.map(({ taskId }) => taskId)].toSorted()).toEqual(asked.tasks.map(({ taskId }) => taskId).toSorted());
    for (const { task: one, visits } of placed) {
      expect(visits.map(({ legId }) => legId)).toEqual(one.legs.map(({ id }) => id));
      expect(new Set(visits.map(({ staffId }) => staffId)).size).toBe(visits.length);
      const after = minutesBetween(visits[0]?.fromAt ?? '', visits.at(-1)?.fromAt ?? '');
      if (one.booked === null && visits.length === 2) expect(after >= (one.gap?.least ?? 0) && after <= (one.gap?.most ?? 0)).toBe(true);
      for (const visit of visits) {
        const own = asked.shifts.find(({ staffId }) => staffId === visit.staffId);
        expect(own !== undefined && own.fromAt <= visit.fromAt && visit.untilAt <= own.untilAt && visit.fromAt >= at(30)).toBe(true);
        expect(own !== undefined && canFill(own.profession, one.legs.find(({ id }) => id === visit.legId)?.need ?? 'amhp', [])).toBe(true);
        expect(own?.taken.filter(({ fromAt, untilAt }) => fromAt < visit.untilAt && untilAt > visit.fromAt)).toEqual([]);
        if (one.booked === null && one.suits !== null) expect(suits(one.suits, visit.fromAt)).toBe(true);
        const stood = one.booked?.visits.find(({ legId }) => legId === visit.legId);
        if (stood !== undefined) expect(visit.fromAt >= stood.fromAt).toBe(true);
        if (one.booked?.isFixed === true) expect(visit).toEqual(stood);
        for (const other of placed.flatMap((two) => two.visits)) if (other !== visit && other.staffId === visit.staffId) expect(other.untilAt <= visit.fromAt || other.fromAt >= visit.untilAt).toBe(true);
      }
    }
  }), { numRuns: 120 });
});

test('the reserve holds: no visit is placed at the price of an hour that could have been kept free', () => {
  fc.assert(fc.property(situations(), (asked) => {
    const fixedOnly = { ...asked, tasks: asked.tasks.filter(({ booked }) => booked?.isFixed === true) };
    expect(solve(asked, 3_000).reserveLost.length).toBeLessThanOrEqual(solve(fixedOnly, 3_000).reserveLost.length);
  }), { numRuns: 60 });
});
