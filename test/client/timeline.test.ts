// The planner's timeline: a row a person or a crew, a block for what is booked or proposed, and what speaks against a visit where it is carried to.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carried, isMovable, isWhereItWas, toGrain } from '../../client/planner/carry.ts';
import { blocksOf, visitsOn, type Block } from '../../client/planner/timeline-blocks.ts';
import { peopleOf, rowsOf } from '../../client/planner/timeline-rows.ts';
import type { Booked } from '../../client/planner/use-planning.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { PlanPersonView, ProposalView } from '../../shared/protocol/planning.ts';

const NOW = '2026-11-20T16:00:00.000Z';
const at = (minutes: number): string => plusMinutes(NOW, minutes);
const person = (staffId: string, profession: Profession, callSign: string | null, change: Partial<PlanPersonView> = {}): PlanPersonView => ({ staffId, name: staffId, profession, callSign, shifts: [{ fromAt: at(0), untilAt: at(480) }], taken: [], ...change });
const PEOPLE = [person('wren', 'constable', 'B1'), person('lark', 'social-worker', 'B1'), person('tern', 'constable', 'B2'), person('dove', 'social-worker', null, { taken: [{ fromAt: at(200), untilAt: at(300) }] })];
const booked = (change: Partial<Booked> = {}): Booked[] => (['wren', 'lark'] as const).map((staffId, index): Booked => ({
  id: `visit ${index}`, bookingId: 'booking', taskId: 'task', legId: `leg ${index}`, staffId, name: staffId, profession: index === 0 ? 'constable' : 'social-worker', need: index === 0 ? 'police' : 'social-work', fromAt: at(60), untilAt: at(120), isFixed: false,
  proposalId: null, state: 'booked', bookedAt: at(-60), bookedBy: { staffId: 'ann', name: 'Ann' }, endedAt: null, incidentId: 'incident', ref: 'EAR-1', heading: 'Welfare check', district: 'Burnley', ...change,
}));
const proposal = (change: Partial<ProposalView['lines'][number]> = {}): ProposalView => ({ id: 'plan', at: NOW, by: 'Ann', because: [], travel: 'straight-line', untilAt: at(2880), leftOut: [], kept: 0, reserveLost: [], lines: [{
  id: 'line', incidentId: 'other', taskId: 'other task', ref: 'EAR-2', heading: 'Welfare check', district: null, fromBookingId: null, mustTell: false, state: 'open', before: [],
  visits: [{ legId: 'other leg', staffId: 'tern', name: 'tern', need: 'police', fromAt: at(100), untilAt: at(160) }], ...change,
}] });

test('a row for each person under their crew, or one for each crew and for each who has none; whoever is booked has a row though nobody knows when they work', () => {
  const people = peopleOf(PEOPLE, booked().map((visit) => (visit.staffId === 'lark' ? { ...visit, staffId: 'kite', name: 'kite' } : visit)));
  expect(rowsOf(people, 'person').map(({ id, heading, name }) => [id, heading, name])).toEqual([['wren', 'B1', 'wren'], ['lark', null, 'lark'], ['tern', 'B2', 'tern'], ['dove', 'No crew tonight', 'dove'], ['kite', null, 'kite']]);
  expect(rowsOf(people, 'crew').map(({ id, name, detail }) => [id, name, detail])).toEqual([['crew B1', 'B1', 'wren, lark'], ['crew B2', 'B2', 'tern'], ['dove', 'dove', 'Social worker'], ['kite', 'kite', 'Social worker']]);
});

test('a person’s row has their own legs, a crew’s the whole visit once; what stands and is to move says so', () => {
  const visits = visitsOn(proposal({ fromBookingId: 'booking' }), booked());
  expect(visits.map(({ id, kind, bookingId }) => [id, kind, bookingId])).toEqual([['booking', 'leaving', 'booking'], ['line', 'proposed', 'booking']]);
  expect(rowsOf(PEOPLE, 'person').map((row) => blocksOf(row, visits).map(({ id }) => id))).toEqual([['booking'], ['booking'], ['line'], []]);
  expect(rowsOf(PEOPLE, 'crew').map((row) => blocksOf(row, visits).map(({ id, fromAt, untilAt }) => [id, fromAt, untilAt]))).toEqual([[['booking', at(60), at(120)]], [['line', at(100), at(160)]], []]);
});

describe('carrying', () => {
  const visits = visitsOn(proposal(), booked());
  const rows = rowsOf(PEOPLE, 'person');
  const block = (id: string): Block => { const found = rows.flatMap((row) => blocksOf(row, visits)).find((one) => one.id === id); if (found === undefined) throw new Error(id); return found; };
  const to = (rowId: string, minutes: number, fromRowId = 'wren') => carried({ block: block('booking'), fromRowId, rowId, minutes }, rows, visits, NOW);

  test('along: all of its legs by as much; upwards: only the leg of that row', () => {
    expect(to('wren', 30)).toEqual({ legs: [expect.objectContaining({ staffId: 'wren', fromAt: at(90), untilAt: at(150) }), expect.objectContaining({ staffId: 'lark', fromAt: at(90) })], against: [] });
    expect(to('tern', 200).legs.map(({ staffId, fromAt }) => [staffId, fromAt])).toEqual([['tern', at(260)], ['lark', at(260)]]);
  });

  test('says what speaks against it: over, no shift, not free, not theirs to do, both legs at one person', () => {
    expect(to('wren', -60).against).toEqual(['that time is over']);
    expect(to('wren', 400).against).toEqual(['wren is not at work then', 'lark is not at work then']);
    expect(to('tern', 0).against).toEqual(['tern is not free then']);
    expect(to('dove', 150).against).toEqual(['dove may not do this leg', 'dove is not free then']);
    expect(to('lark', 0).against).toEqual(['lark may not do this leg', 'lark would have both legs']);
  });

  test('to a crew: each leg to whoever of them may do it', () => {
    const crews = rowsOf([...PEOPLE, person('finch', 'social-worker', 'B2')], 'crew');
    const whole = crews.flatMap((row) => blocksOf(row, visits)).find(({ id }) => id === 'booking');
    if (whole === undefined) throw new Error('no visit');
    expect(carried({ block: whole, fromRowId: 'crew B1', rowId: 'crew B2', minutes: 240 }, crews, visits, NOW)).toMatchObject({ legs: [{ staffId: 'tern' }, { staffId: 'finch' }], against: [] });
  });

  test('what is fixed or begun stays; back at its place it is where it was', () => {
    expect([booked(), booked({ isFixed: true }), booked({ state: 'started' })].map((one) => visitsOn(null, one).map(isMovable))).toEqual([[true], [false], [false]]);
    fc.assert(fc.property(fc.constantFrom('wren', 'tern', 'dove'), fc.integer({ min: -50, max: 200 }), (rowId, steps) => {
      const minutes = toGrain(steps * 5);
      expect(isWhereItWas(block('booking'), to(rowId, minutes).legs)).toBe(rowId === 'wren' && minutes === 0);
    }));
  });
});
