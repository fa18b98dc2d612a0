// Booked visits: who may be booked and when, what a family is owed before it is moved, and what a visit becomes by itself.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isStandingVisit, type BookedLeg } from '../../shared/domain/booked-visit.ts';
import { decideBook, decideCancelVisit, decideMove, decideWindow, type Bookable } from '../../shared/domain/decide-visit.ts';
import { decideCancelTask } from '../../shared/domain/decide-task.ts';
import { decidePromise } from '../../shared/domain/promise.ts';
import { openStretches, suits as suitsAt, type SaidWindow } from '../../shared/domain/family-window.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { advanced, at, by, evening, graded, joint, later, name, outcome, refused, saw, sent, task, type Deed } from './evening.ts';
import { acts, answers, live, raise } from './histories.ts';

const WREN: Bookable = { staffId: 'wren', name: 'Wren', profession: 'constable', certificates: [], busy: [{ fromAt: at(300), untilAt: at(360) }] };
const LARK: Bookable = { staffId: 'lark', name: 'Lark', profession: 'social-worker', certificates: [], busy: [] };
const PEOPLE = [WREN, LARK];

const leg = (need: string, staffId: string, from = 600, minutes = 60): BookedLeg => ({ visitId: `${need} at ${from}`, legId: `visit ${need}`, staffId, fromAt: at(from), untilAt: at(from + minutes) });
const both = (from = 600, later = 0): BookedLeg[] => [leg('police', 'wren', from), leg('social-work', 'lark', from + later)];
const booking = (visits: readonly BookedLeg[] = both(), change: { isFixed?: boolean; told?: boolean; bookingId?: string } = {}) =>
  ({ bookingId: change.bookingId ?? 'first', taskId: 'visit', visits, isFixed: change.isFixed ?? false, proposalId: null, told: change.told === true ? { promiseId: `promise ${change.bookingId ?? 'first'}`, saidId: 'said' } : null });
const book = (visits: readonly BookedLeg[] = both(), change: Parameters<typeof booking>[1] = {}): Deed => (file) => decideBook(file, booking(visits, change), PEOPLE, FIRST_POLICY, name, by('ann', 5));
const move = (visits: readonly BookedLeg[], change: Parameters<typeof booking>[1] = {}): Deed => (file) =>
  decideMove(file, { ...booking(visits, { bookingId: 'second', ...change }), fromBookingId: 'first', reasonId: 'why' }, PEOPLE, FIRST_POLICY, name, by('ann', 6));
const suits = (from: number | null, until: number | null, change: Partial<SaidWindow> = {}): Deed => (file) => decideWindow(file, { windowId: 'window', taskId: 'visit', fromAt: from === null ? null : at(from), untilAt: until === null ? null : at(until), isDaily: false, order: null, ...change, saidId: 'said' }, by('ann', 4));

const grade3 = evening(graded(3), joint);
const whyNot = (file: IncidentFile, deed: Deed) => refused(deed(file));
const standing = (file: IncidentFile) => file.visits.filter(isStandingVisit).map(({ state }) => state);

describe('a visit', () => {
  test('needs one fitting person for each leg, who is not elsewhere', () => {
    expect(whyNot(grade3, book([leg('police', 'wren')]))).toBe('legs-each-once');
    expect(whyNot(grade3, book([leg('police', 'wren'), leg('social-work', 'wren')]))).toBe('one-person-two-legs');
    expect(whyNot(grade3, book([leg('police', 'lark'), leg('social-work', 'wren')]))).toBe('cannot-stand-there');
    expect(whyNot(grade3, book([leg('police', 'nobody'), leg('social-work', 'lark')]))).toBe('not-found');
    expect(whyNot(grade3, book(both(330)))).toBe('visit-overlaps');
    expect(whyNot(grade3, book(both(360)))).toBeNull();
  });

  test('is still to come, of a length, its legs near each other, and suits the family', () => {
    expect(whyNot(grade3, book(both(5)))).toBe('visit-when');
    expect(whyNot(grade3, book(both(15 * 24 * 60)))).toBe('visit-when');
    expect(whyNot(grade3, book([leg('police', 'wren', 600, 2), leg('social-work', 'lark')]))).toBe('visit-how-long');
    expect(whyNot(grade3, book(both(600, 181)))).toBe('legs-too-far-apart');
    expect(whyNot(grade3, book(both(600, 180)))).toBeNull();
    const afterSchool = later(grade3, suits(620, 700));
    expect([whyNot(afterSchool, book(both(600))), whyNot(afterSchool, book(both(620))), whyNot(afterSchool, book(both(701)))]).toEqual(['does-not-suit', null, 'does-not-suit']);
    expect(whyNot(later(afterSchool, suits(null, null)), book(both(600)))).toBeNull();
  });

  test('is for no phone task, no Grade 1 and no Grade 4 without a window, and booked once', () => {
    expect(whyNot(evening(graded(3), task('visit', ['police', 'social-work'], 'phone')), book())).toBe('not-a-visit');
    expect(whyNot(evening(graded(1), joint), book())).toBe('grade-1-goes-to-police');
    expect(whyNot(later(grade3, book()), book(both(700), { bookingId: 'second' }))).toBe('visit-booked-already');
  });

  test('a window that ends before it begins, or has ended, is none', () => {
    expect([whyNot(grade3, suits(100, 90)), whyNot(grade3, suits(null, 3))]).toEqual(['window-impossible', 'window-impossible']);
    const order = { firstLegId: 'visit police', leastMinutes: 10, mostMinutes: 30 };
    expect([suits(null, null, { isDaily: true }), suits(100, 1541, { isDaily: true }), suits(null, null, { order: { ...order, leastMinutes: 31 } }), suits(null, null, { order: { ...order, firstLegId: 'elsewhere' } })].map((deed) => whyNot(grade3, deed)))
      .toEqual(Array.from({ length: 4 }, () => 'window-impossible'));
    // Every day: that today's has ended says nothing.
    expect(whyNot(grade3, suits(null, 3, { isDaily: true }))).toBeNull();
  });

  test('of every day it may be on any day, within those two times of day', () => {
    const daily = later(grade3, suits(620, 700, { isDaily: true }));
    expect([600, 620, 700, 701, 619 + 1440, 620 + 1440, 700 + 2880].map((from) => whyNot(daily, book(both(from))))).toEqual(['does-not-suit', null, null, 'does-not-suit', 'does-not-suit', null, null]);
  });

  test('whose legs come one after the other keeps their order and their distance', () => {
    const apart = later(grade3, suits(null, null, { order: { firstLegId: 'visit police', leastMinutes: 10, mostMinutes: 30 } }));
    expect([0, 9, 10, 30, 31].map((after) => whyNot(apart, book(both(600, after))))).toEqual(['legs-out-of-order', 'legs-out-of-order', null, null, 'legs-out-of-order']);
    expect(whyNot(apart, book([leg('police', 'wren', 620), leg('social-work', 'lark', 600)]))).toBe('legs-out-of-order');
    expect(whyNot(later(apart, suits(null, null)), book(both(600)))).toBeNull();
  });
});

describe('when it suits a family every day', () => {
  const stretch = { fromAt: '2026-03-27T12:00:00.000Z', untilAt: '2026-03-30T12:00:00.000Z' };
  const daily = (fromAt: string | null, untilAt: string | null) => openStretches({ fromAt, untilAt, isDaily: true }, stretch).map(({ fromAt: from, untilAt: until }) => `${from.slice(5, 16)} ${until.slice(5, 16)}`);

  test('is by the clock on the wall, over the night when it changes', () => {
    expect(daily('2026-03-27T15:15:00.000Z', '2026-03-27T19:00:00.000Z')).toEqual(['03-27T15:15 03-27T19:00', '03-28T15:15 03-28T19:00', '03-29T14:15 03-29T18:00']);
    expect(daily('2026-03-27T18:00:00.000Z', null)).toEqual(['03-27T18:00 03-28T00:00', '03-28T18:00 03-29T00:00', '03-29T17:00 03-29T23:00']);
    expect(daily('2026-03-27T22:00:00.000Z', '2026-03-28T02:00:00.000Z')).toEqual(['03-27T22:00 03-28T02:00', '03-28T22:00 03-29T01:00', '03-29T21:00 03-30T01:00']);
  });

  test('says of each moment what its stretches say', () => {
    const moment = fc.integer({ min: 0, max: 3 * 1440 }).map((minutes) => at(minutes));
    fc.assert(fc.property(moment, fc.integer({ min: 1, max: 1440 }), fc.boolean(), moment, (from, wide, isDaily, now) => {
      const window = { fromAt: from, untilAt: plusMinutes(from, wide), isDaily };
      const open = openStretches(window, { fromAt: at(-2000), untilAt: at(6000) });
      expect(suitsAt(window, now)).toBe(open.some((one) => one.fromAt <= now && now <= one.untilAt));
    }));
  });
});

describe('moving', () => {
  const booked = later(grade3, book());
  const told = later(grade3, book(both(), { told: true }));

  test('takes the place of what was booked; a fixed one stays', () => {
    const moved = later(booked, move(both(700)));
    expect(moved.visits.map(({ bookingId, state }) => [bookingId, state])).toEqual([['first', 'moved'], ['first', 'moved'], ['second', 'booked'], ['second', 'booked']]);
    expect(whyNot(moved, move(both(800), { bookingId: 'third' }))).toBe('visit-over');
    expect(whyNot(later(grade3, book(both(), { isFixed: true })), move(both(700)))).toBe('visit-fixed');
  });

  test('a family that was told is told first: not before the time, nor after the stretch that they were told', () => {
    expect([590, 600, 660, 661].map((from) => whyNot(told, move(both(from))))).toEqual(['family-not-told', null, null, 'family-not-told']);
    const moved = later(told, move(both(800), { told: true }));
    expect(moved.promises.map(({ state, dueAt }) => [state, dueAt])).toEqual([['replaced', at(660)], ['standing', at(860)]]);
    expect(whyNot(booked, move(both(800)))).toBeNull();
    expect(whyNot(later(booked, (file) => decidePromise(file, { promiseId: 'by hand', kind: 'somebody-comes', saidId: 'said', dueAt: at(700) }, FIRST_POLICY.clocks, by('ann', 6))), move(both(800)))).toBe('family-not-told');
  });
});

describe('what a visit becomes', () => {
  const booked = later(grade3, book());
  const out = later(booked, sent('wren', 'constable'), sent('lark', 'social-worker'), advanced('wren', 'going'));

  test('begun leg by leg when somebody goes, and done with its task; begun, it neither moves nor is called off', () => {
    expect(standing(out)).toEqual(['started', 'booked']);
    expect([whyNot(out, move(both(700))), whyNot(out, (file) => decideCancelVisit(file, { bookingId: 'first', reasonId: 'why' }, name, by('ann', 9)))]).toEqual(['visit-begun', 'visit-begun']);
    const done = later(out, advanced('wren', 'there', 20), advanced('lark', 'there', 20), saw('lark'), outcome(), advanced('wren', 'left', 50), advanced('lark', 'left', 50));
    expect(done.visits.map(({ state }) => state)).toEqual(['done', 'done']);
  });

  test('called off with its task, or by hand with why', () => {
    expect(later(booked, (file) => decideCancelTask(file, { taskId: 'visit', reasonId: 'why' }, name, by('ann', 9))).visits.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(standing(later(booked, (file) => decideCancelVisit(file, { bookingId: 'first', reasonId: 'why' }, name, by('ann', 9))))).toEqual([]);
  });
});

test('on any night nobody stands in two legs, no leg is booked twice, and what stands belongs to an open task', () => {
  fc.assert(fc.property(answers, acts, (said, done) => {
    const { file } = live(done, raise(said));
    const visits = file.visits.filter(isStandingVisit);
    expect(new Set(visits.map(({ legId }) => legId)).size).toBe(visits.length);
    for (const { taskId } of visits) expect(file.tasks.find(({ id }) => id === taskId)?.state).toBe('open');
    for (const visit of file.visits) expect(visit.endedAt === null).toBe(isStandingVisit(visit));
  }), { numRuns: 60 });
});
