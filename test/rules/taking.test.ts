// Taken or not: hours on the wall, areas and criteria; a proposal never without a reason, and nothing given away without a name and, where it matters, a second person.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { decideReopen } from '../../shared/domain/decide-incident.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { decideNotTaken } from '../../shared/domain/not-taken.ts';
import { NO_ANSWERS, type Taking } from '../../shared/domain/policy.ts';
import { isWithinHours, proposeTaking, type TakingFacts } from '../../shared/domain/taking.ts';
import { raise, START } from './histories.ts';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const taking = (more: Partial<Taking> = {}): Taking => ({ hours: [], bankHolidaysAllDay: true, servedAreasOnly: true, notWhen: [], ...more });
const facts = (more: Partial<TakingFacts> = {}): TakingFacts => ({ answers: NO_ANSWERS, flags: [], missingRisk: null, served: true, ...more });
const nights = (from: string, until: string, days = EVERY_DAY): Taking => taking({ hours: [{ days, from, until }] });
const codes = (policy: Taking, now: string, more: Partial<TakingFacts> = {}) => proposeTaking(policy, facts(more), now).reasons.map(({ code }) => code);

describe('hours', () => {
  test.each([
    ['2026-11-20T16:59:00Z', false], ['2026-11-20T17:00:00Z', true], ['2026-11-21T02:00:00Z', true], ['2026-11-21T07:59:59Z', true], ['2026-11-21T08:00:00Z', false],
  ])('a window that ends on the next day: %s is within: %s', (now, within) => expect(isWithinHours(nights('17:00', '08:00'), now)).toBe(within));

  test('by the weekday on which they begin: Friday evening runs into Saturday morning, Saturday evening is not in it', () => {
    const friday = nights('17:00', '08:00', [5]);
    expect(['2026-11-20T20:00:00Z', '2026-11-21T03:00:00Z', '2026-11-21T20:00:00Z', '2026-11-20T03:00:00Z'].map((now) => isWithinHours(friday, now))).toEqual([true, true, false, false]);
  });
  test('none set: at any hour; a bank holiday: all day where the policy says so', () => {
    expect(isWithinHours(taking(), '2026-11-20T12:00:00Z')).toBe(true);
    expect(isWithinHours(nights('17:00', '08:00'), '2026-12-25T12:00:00Z')).toBe(true);
    expect(isWithinHours({ ...nights('17:00', '08:00'), bankHolidaysAllDay: false }, '2026-12-25T12:00:00Z')).toBe(false);
  });
  test('the night with 25 hours: an hour that comes twice is within both times, at either end', () => {
    expect(['2026-10-25T00:30:00Z', '2026-10-25T01:29:00Z', '2026-10-25T01:31:00Z'].map((now) => isWithinHours(nights('17:00', '01:30'), now))).toEqual([true, true, false]);
    expect(['2026-10-25T00:29:00Z', '2026-10-25T00:31:00Z', '2026-10-25T01:15:00Z'].map((now) => isWithinHours(nights('01:30', '08:00'), now))).toEqual([false, true, true]);
  });
  test('the night with 23 hours: what begins or ends in the missing hour does so at its edge, and leaves no hole', () => {
    expect(['2026-03-29T00:59:00Z', '2026-03-29T02:00:00Z'].map((now) => isWithinHours(nights('17:00', '01:30'), now))).toEqual([true, false]);
    expect(isWithinHours(nights('01:30', '08:00'), '2026-03-29T01:45:00Z')).toBe(true);
  });
  test('on every other day it is what the clock on the wall says', () => fc.assert(fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 0, max: 40 * 24 * 60 }), (from, until, minutes) => {
    const wall = (at: number): string => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    const now = plusMinutes('2026-06-01T00:00:00.000Z', minutes);
    const [begins, ends, time] = [wall(from), wall(until), clockTime(now)];
    expect(isWithinHours({ ...nights(begins, ends), bankHolidaysAllDay: false }, now)).toBe(ends > begins ? time >= begins && time < ends : time >= begins || time < ends);
  })));
});

describe('the proposal', () => {
  test('every reason is named, and only what is known speaks', () => {
    const strict = { ...nights('17:00', '08:00'), notWhen: [{ code: 'advice', when: [{ fact: 'answer' as const, question: 'adviceEnough' as const, is: true }], because: 'Advice would settle it' }] };
    expect(codes(strict, '2026-11-20T12:00:00Z', { served: false, answers: { ...NO_ANSWERS, adviceEnough: true } })).toEqual(['outside-hours', 'outside-area', 'advice']);
    expect(codes(strict, '2026-11-20T20:00:00Z', { served: null })).toEqual([]);
    expect(codes({ ...strict, servedAreasOnly: false }, '2026-11-20T20:00:00Z', { served: false })).toEqual([]);
  });
  test('it is taken exactly where there is no reason against it', () => fc.assert(fc.property(fc.boolean(), fc.option(fc.boolean()), fc.integer({ min: 0, max: 10_000 }), (servedAreasOnly, served, minutes) => {
    const proposal = proposeTaking({ ...nights('17:00', '08:00'), servedAreasOnly }, facts({ served }), plusMinutes('2026-11-20T00:00:00.000Z', minutes));
    expect(proposal.take).toBe(proposal.reasons.length === 0);
    for (const { because } of proposal.reasons) expect(because).not.toBe('');
  })));
});

describe('not taken', () => {
  const who = { staffId: 'ann', now: START };
  const command = { takerId: 't', serviceId: 's', toldAt: plusMinutes(START, -1), callerToldId: 'c', reasons: ['outside-area'], reasonId: 'r', requestId: 'q' };
  const mild = applyAll(null, raise());
  const hurt = applyAll(null, raise({ ...NO_ANSWERS, hurt: true }));
  const decided = (file = mild, change: Partial<typeof command> = {}) => decideNotTaken(file, { ...command, ...change }, (id) => id, who);
  const names = (decision: ReturnType<typeof decided>) => (decision.accepted ? decision.events.map(({ name }) => name) : decision.refusal.code);

  test('it ends at once, and says who keeps it; opened again, nobody does', () => {
    const decision = decided();
    expect(names(decision)).toEqual(['incident.notTaken', 'incident.ended']);
    const file = applyAll(mild, decision.accepted ? decision.events : []);
    expect(file.incident).toMatchObject({ state: 'closed', ending: 'not-taken', notTaken: { takerId: 't', serviceId: 's', callerToldId: 'c', reasons: ['outside-area'] } });
    const again = decideReopen(file, 'why', who);
    expect(applyAll(file, again.accepted ? again.events : []).incident.notTaken).toBeNull();
  });
  test('a Grade 2 that nobody has attended asks for a second person, and stays open and ours', () => {
    const decision = decided(hurt);
    expect(names(decision)).toEqual(['incident.notTaken', 'downgrade.requested']);
    const file = applyAll(hurt, decision.accepted ? decision.events : []);
    expect(file.incident.state).toBe('open');
    expect(names(decided(file))).toBe('request-waiting');
  });
  test('nobody is told before the report, or after now', () => {
    for (const toldAt of [plusMinutes(START, 1), plusMinutes(START, -60)]) expect(names(decided(mild, { toldAt }))).toBe('kept-when');
  });
});
