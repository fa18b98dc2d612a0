// Rest, the longest duty, and certificates: by example, on the clock-change nights, and by property.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { mayWorkUntil, stretchesThatBreak, unrested, wouldBreak } from '../../shared/domain/rest.ts';
import { overlap, worksAt } from '../../shared/domain/shift.ts';
import { SKILLS, skillsOn, type CertificateDays } from '../../shared/domain/skill.ts';
import { FIRST_WORKING } from '../../shared/domain/working.ts';

const LIMITS = { rest: 660, longestDuty: 720 };

test('a duty may last until its longest, or until the rest before the next shift begins', () => {
  const startedAt = '2026-11-22T18:00:00.000Z';
  expect(mayWorkUntil({ startedAt, nextShiftFrom: null }, LIMITS)).toEqual({ rule: 'longest-duty', at: '2026-11-23T06:00:00.000Z' });
  expect(mayWorkUntil({ startedAt, nextShiftFrom: '2026-11-23T16:00:00.000Z' }, LIMITS)).toEqual({ rule: 'rest', at: '2026-11-23T05:00:00.000Z' });
  expect(wouldBreak({ startedAt, nextShiftFrom: '2026-11-23T16:00:00.000Z' }, '2026-11-23T05:20:00.000Z', LIMITS)).toEqual({ rule: 'rest', at: '2026-11-23T05:00:00.000Z' });
  expect(wouldBreak({ startedAt, nextShiftFrom: null }, '2026-11-23T06:00:00.000Z', LIMITS)).toBeNull();
});

test('on the nights the clocks change a duty and a rest are as long as they were lived', () => {
  // 20:00 to 08:00 on the wall is thirteen hours in October, and eleven in March.
  const autumn = { from: '2026-10-24T19:00:00.000Z', until: '2026-10-25T08:00:00.000Z' };
  const spring = { from: '2026-03-28T20:00:00.000Z', until: '2026-03-29T07:00:00.000Z' };
  expect(stretchesThatBreak([autumn], LIMITS).map(({ rule }) => rule)).toEqual(['longest-duty']);
  expect(stretchesThatBreak([spring], LIMITS)).toEqual([]);
  // Eleven hours by the wall from 21:30 to 08:30: ten of them lived in March.
  expect(unrested('2026-03-28T21:30:00.000Z', '2026-03-29T07:30:00.000Z', LIMITS)).toEqual({ rule: 'rest', at: '2026-03-29T07:30:00.000Z' });
  expect(unrested('2026-10-24T20:30:00.000Z', '2026-10-25T08:30:00.000Z', LIMITS)).toBeNull();
});

test('a certificate holds on its last day, and on no day after it or after it was taken away', () => {
  const certificate: CertificateDays = { skill: 'amhp', from: '2024-11-23', until: '2026-11-22', endedOn: null };
  expect([skillsOn([certificate], '2024-11-22'), skillsOn([certificate], '2026-11-22'), skillsOn([certificate], '2026-11-23')]).toEqual([[], ['amhp'], []]);
  expect(skillsOn([{ ...certificate, endedOn: '2026-11-20' }], '2026-11-20')).toEqual([]);
});

const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const certificates = fc.array(fc.record({ skill: fc.constantFrom(...SKILLS), from: day, until: fc.option(day), endedOn: fc.option(day) }), { maxLength: 12 });

test('a certificate past its last day never gives its skill', () => {
  fc.assert(fc.property(certificates, day, (held, on) => {
    for (const skill of skillsOn(held, on)) {
      expect(held.some((one) => one.skill === skill && one.from <= on && (one.until === null || on <= one.until) && (one.endedOn === null || on < one.endedOn))).toBe(true);
    }
    expect(skillsOn(held.map((one) => ({ ...one, until: '2023-12-31' })), on)).toEqual([]);
  }));
});

const minute = fc.integer({ min: 0, max: 60 * 24 * 400 }).map((minutes) => plusMinutes('2026-01-01T00:00:00.000Z', minutes));
const stretches = fc.array(fc.tuple(minute, fc.integer({ min: 15, max: 900 })).map(([from, length]) => ({ from, until: plusMinutes(from, length) })), { maxLength: 12 });

test('what no rule complains of has no duty too long, no rest too short and no overlap, over clock changes too', () => {
  fc.assert(fc.property(stretches, (all) => {
    const broken = new Set(stretchesThatBreak(all, LIMITS).map(({ stretch }) => stretch));
    if (broken.size > 0) return;
    const inOrder = all.toSorted((a, b) => a.from.localeCompare(b.from));
    inOrder.forEach((stretch, index) => {
      const next = inOrder[index + 1];
      expect(plusMinutes(stretch.from, LIMITS.longestDuty) >= stretch.until).toBe(true);
      if (next === undefined) return;
      expect(overlap(stretch, next)).toBe(false);
      expect(unrested(stretch.until, next.from, LIMITS)).toBeNull();
    });
  }));
});

test('nobody works in a break of their shift, or sick', () => {
  const shift = { from: '2026-11-22T18:00:00.000Z', until: '2026-11-23T02:00:00.000Z', breaks: [{ from: '2026-11-22T21:00:00.000Z', until: '2026-11-22T21:30:00.000Z' }], sickAt: null };
  expect([worksAt(shift, '2026-11-22T20:59:00.000Z'), worksAt(shift, '2026-11-22T21:00:00.000Z'), worksAt(shift, '2026-11-22T21:30:00.000Z'), worksAt(shift, '2026-11-23T02:00:00.000Z')]).toEqual([true, false, true, false]);
  expect(worksAt({ ...shift, sickAt: '2026-11-22T15:00:00.000Z' }, '2026-11-22T20:00:00.000Z')).toBe(false);
});

test('the first figures leave a day for a duty and its rest', () => {
  expect(FIRST_WORKING.rest + FIRST_WORKING.longestDuty).toBeLessThanOrEqual(24 * 60);
});
