// Shifts that repeat, by the clock on the wall; and what may stand in the roster.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { whyNotRostered } from '../../shared/domain/decide-shift.ts';
import { minutesBetween, plusMinutes } from '../../shared/domain/instant.ts';
import { overlap } from '../../shared/domain/shift.ts';
import { nextDay, shiftsOf, type ShiftPattern } from '../../shared/domain/shift-pattern.ts';
import { FIRST_WORKING } from '../../shared/domain/working.ts';

const pattern = (change: Partial<ShiftPattern> = {}): ShiftPattern => ({ firstDay: '2026-11-20', begins: '20:00', ends: '06:00', pause: null, repeat: { kind: 'once' }, ...change });
const begins = (shifts: readonly { from: string }[]): string[] => shifts.map(({ from }) => from);

test('an ending that is not later on the clock is on the next day', () => {
  expect(shiftsOf(pattern())).toEqual([{ from: '2026-11-20T20:00:00.000Z', until: '2026-11-21T06:00:00.000Z', breaks: [] }]);
});
test('four on and four off, and the same days each week', () => {
  expect(begins(shiftsOf(pattern({ repeat: { kind: 'on-off', on: 4, off: 4, until: '2026-11-29' } })))).toEqual(['20', '21', '22', '23', '28', '29'].map((day) => `2026-11-${day}T20:00:00.000Z`));
  expect(begins(shiftsOf(pattern({ repeat: { kind: 'weekly', weekdays: [5, 6], until: '2026-11-28' } })))).toEqual(['20', '21', '27', '28'].map((day) => `2026-11-${day}T20:00:00.000Z`));
});
test('on the nights the clocks change a shift begins and ends by the wall: thirteen hours in October, eleven in March', () => {
  const lengths = (firstDay: string): number[] => shiftsOf(pattern({ firstDay, ends: '08:00' })).map(({ from, until }) => minutesBetween(from, until) / 60);
  expect([lengths('2026-10-24'), lengths('2026-03-28'), lengths('2026-11-20')]).toEqual([[13], [11], [12]]);
  // 01:30 is left out in March: the shift begins as the clocks have changed.
  expect(begins(shiftsOf(pattern({ firstDay: '2026-03-29', begins: '01:30', ends: '06:00' })))).toEqual(['2026-03-29T01:00:00.000Z']);
});
test('a break after midnight is in the shift; one outside it is none', () => {
  expect(shiftsOf(pattern({ pause: { begins: '00:30', minutes: 30 } }))[0]?.breaks).toEqual([{ from: '2026-11-21T00:30:00.000Z', until: '2026-11-21T01:00:00.000Z' }]);
  expect(shiftsOf(pattern({ pause: { begins: '12:00', minutes: 30 } }))[0]?.breaks).toEqual([]);
});

const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const day = fc.integer({ min: 0, max: 700 }).map((days) => nextDay('2026-01-01', days));
const patterns = fc.record({ firstDay: day, begins: time, ends: time, pause: fc.constant(null), repeat: fc.record({ kind: fc.constant('on-off' as const), on: fc.integer({ min: 1, max: 7 }), off: fc.integer({ min: 1, max: 7 }), until: day }) });

test('whatever the pattern, every shift ends after it begins, within a day and an hour, and begins on a day of its own', () => {
  fc.assert(fc.property(patterns, (one) => {
    const shifts = shiftsOf(one);
    expect(new Set(begins(shifts)).size).toBe(shifts.length);
    for (const { from, until } of shifts) {
      expect(until > from).toBe(true);
      expect(minutesBetween(from, until)).toBeLessThanOrEqual(25 * 60);
    }
  }));
});

const NOW = '2026-11-20T12:00:00.000Z';
const asked = { who: 'PC Wren', limits: FIRST_WORKING, despite: false, now: NOW };
const night = (days: number, from = 8, hours = 10) => ({ from: plusMinutes(NOW, (days * 24 + from) * 60), until: plusMinutes(NOW, (days * 24 + from + hours) * 60) });

test('two at once are refused whatever the reason, too little rest only without one', () => {
  expect(whyNotRostered({ ...asked, existing: [night(0)], wanted: [night(0, 12)] })).toMatchObject({ code: 'shift-overlaps', facts: { who: 'PC Wren' } });
  expect(whyNotRostered({ ...asked, existing: [night(0)], wanted: [night(0, 22)] })).toMatchObject({ code: 'shift-breaks-rest' });
  expect(whyNotRostered({ ...asked, existing: [night(0)], wanted: [night(0, 22)], despite: true })).toBeNull();
  expect(whyNotRostered({ ...asked, existing: [night(0)], wanted: [night(0, 12)], despite: true })).toMatchObject({ code: 'shift-overlaps' });
  expect(whyNotRostered({ ...asked, existing: [night(0), night(2)], wanted: [night(1)] })).toBeNull();
});
test('a shift that was too short of rest before is not what stops another far from it', () => {
  expect(whyNotRostered({ ...asked, existing: [night(0), night(0, 20)], wanted: [night(5)] })).toBeNull();
});
test('what is accepted without a reason overlaps nothing, whatever there was', () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 12 })).map(([days, hour, length]) => night(days, hour, length));
  fc.assert(fc.property(fc.array(stretch, { maxLength: 5 }), fc.array(stretch, { minLength: 1, maxLength: 5 }), fc.boolean(), (existing, wanted, despite) => {
    if (whyNotRostered({ ...asked, existing, wanted, despite }) !== null) return;
    wanted.forEach((one, index) => { for (const other of [...existing, ...wanted.slice(0, index)]) expect(overlap(one, other)).toBe(false); });
  }));
});
