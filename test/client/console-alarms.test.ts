// The list of alarms: most urgent first, who has each, and times that are right on both nights when the clocks change.
import { describe, expect, test } from '@jest/globals';
import { alarmGroups, countLoud, holderText, wordsOf, worstOf } from '../../client/console/alarms/alarm-list.ts';
import { clockOf } from '../../client/console/board/clock-of.ts';
import { AGAIN_MS, msUntilTone } from '../../client/console/alarms/tone-turn.ts';
import { dayAndTime, timeLeftText } from '../../client/ui/time-text.ts';
import type { AlarmCause } from '../../shared/domain/alarm.ts';
import { dutyNightOf } from '../../shared/domain/duty-night.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { dueAtFor } from '../../shared/domain/grading.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { climbsAt } from '../../shared/domain/standing-alarm.ts';
import type { AlarmView } from '../../shared/protocol/views.ts';
import { ago, incident, NOW } from './console-night.ts';

const alarm = (cause: AlarmCause, change: Partial<AlarmView> = {}): AlarmView => ({
  id: cause, cause, aboutId: 'i', dueAt: ago(10), firedAt: ago(10), stage: 'coordinator', cameAt: null, because: null, acknowledgedBy: null, acknowledgedAt: null, putOffUntil: null, putOffBy: null, putOffReason: null, ...change,
});
const ASH = { staffId: 's-ash', name: 'Rowan Ash' };
const groupsOf = (...views: Parameters<typeof incident>[0][]) => alarmGroups(views.map((view) => incident(view)), NOW, '2026-11-20');

describe('the list', () => {
  const had = alarm('grade-1-not-passed', { acknowledgedBy: ASH, acknowledgedAt: ago(3) });
  test('is by incident, loud before quiet, the more urgent cause first', () => {
    const groups = groupsOf({ id: 'a', alarms: [had] }, { id: 'b', alarms: [alarm('grade-3-unbooked'), alarm('grade-2-imminent')] }, { id: 'c', alarms: [alarm('ungraded')] }, { id: 'd' });
    expect(groups.map((group) => [group.incident.id, group.lines.map((line) => line.alarm.cause)])).toEqual([['b', ['grade-2-imminent', 'grade-3-unbooked']], ['c', ['ungraded']], ['a', ['grade-1-not-passed']]]);
    expect(countLoud(groups)).toBe(3);
    expect(groups.flatMap(({ lines }) => lines).filter(({ sounds }) => sounds).map((line) => line.alarm.cause)).toEqual(['grade-2-imminent']);
  });

  test('says the worst in words; a supervisor hears first of what came to them', () => {
    const groups = groupsOf({ id: 'a', alarms: [alarm('grade-2-imminent')] }, { id: 'b', alarms: [alarm('ungraded', { stage: 'supervisor', cameAt: ago(1), because: 'not-acknowledged' })] });
    const worst = (isSupervisor: boolean) => { const line = worstOf(groups, isSupervisor); return line === undefined ? null : wordsOf(line); };
    expect([worst(false), worst(true)]).toEqual(['0047 Grade 2, due soon and nobody there', '0047 grade not confirmed']);
  });
});

test('what a supervisor reads differs from what the others do', () => {
  const now = new Date('2026-11-20T23:50:00.000Z');
  const came = alarm('ungraded', { stage: 'supervisor', cameAt: '2026-11-20T23:41:00.000Z', because: 'not-acknowledged' });
  expect([holderText(came, true, now), holderText(came, false, now)]).toEqual(['came to you at 23:41 because nobody acknowledged it', 'came to the supervisor at 23:41 because nobody acknowledged it']);
  expect(holderText({ ...came, stage: 'on-call', because: 'no-supervisor-on-duty' }, true, now)).toBe('gone on to the people on call at 23:41 because nobody acknowledged it, and no supervisor is on duty');
  expect(holderText({ ...came, acknowledgedBy: ASH, acknowledgedAt: '2026-11-20T23:45:00.000Z' }, true, now)).toBe('Rowan Ash has it, since 23:45');
  const put = { ...came, putOffUntil: '2026-11-21T00:10:00.000Z', putOffBy: ASH, putOffReason: 'Ringing the school' };
  expect(holderText(put, true, now)).toBe('put off until 00:10 by Rowan Ash: Ringing the school');
  expect(holderText(put, true, new Date('2026-11-21T00:10:00.000Z'))).toBe('came to you at 23:41 because nobody acknowledged it');
});

describe('of two windows of one person', () => {
  const last = { at: 1_000_000, alarmIds: ['one', 'two'] };
  test('the one in sight sounds at once, the other lets it go first', () => {
    expect([msUntilTone(null, ['one'], 1_000_000, true), msUntilTone(null, ['one'], 1_000_000, false)]).toEqual([0, 400]);
  });
  test('what either has sounded waits for the rest of the pause; what neither has does not', () => {
    expect(msUntilTone(last, ['two'], last.at + 5_000, true)).toBe(AGAIN_MS - 5_000);
    expect(msUntilTone(last, ['two', 'three'], last.at + 5_000, true)).toBe(0);
    expect(msUntilTone(last, ['one'], last.at + AGAIN_MS, true)).toBe(0);
  });
  test('a clock that was set back silences neither', () => expect(msUntilTone(last, ['one'], last.at - 3_600_000, true)).toBe(AGAIN_MS));
});

describe.each([
  { change: 'back, 25 October 2026', reportedAt: '2026-10-25T00:30:00.000Z', reported: '01:30 BST', due: '01:30 GMT', climbed: '01:15 GMT', night: '2026-10-24' },
  { change: 'forward, 28 March 2027', reportedAt: '2027-03-28T00:30:00.000Z', reported: '00:30', due: '02:30', climbed: '02:15', night: '2027-03-27' },
])('around half past one on the night the clocks go $change', ({ reportedAt, reported, due, climbed, night }) => {
  const dueAt: Instant = dueAtFor(FIRST_POLICY, 2, reportedAt) ?? '';
  const unallocatedAt = plusMinutes(reportedAt, FIRST_POLICY.warnMinutes.grade2Unallocated);
  const cameAt = climbsAt({ cause: 'grade-2-unallocated', stage: 'coordinator' }, FIRST_POLICY, unallocatedAt) ?? '';
  const now = new Date(plusMinutes(reportedAt, 48));
  const view = incident({ night, grade: 2, gradedAt: reportedAt, reportedAt, raisedAt: reportedAt, dueAt, alarms: [alarm('grade-2-unallocated', { dueAt: unallocatedAt, firedAt: unallocatedAt, stage: 'supervisor', cameAt, because: 'not-acknowledged' })] });

  test('the queue counts elapsed minutes, and each time on screen is one moment', () => {
    const owed = clockOf(view);
    expect(owed).toMatchObject({ at: dueAt });
    expect(timeLeftText({ dueAt, now }).text).toBe('12 min');
    expect(timeLeftText({ dueAt, now: plusMinutes(dueAt, 12) }).text).toBe('12 min late');
    expect([dayAndTime(reportedAt, now), dayAndTime(dueAt, now)]).toEqual([reported, due]);
  });

  test('the alarm came five elapsed minutes after nobody acknowledged it, by the clock of that hour', () => {
    const [group] = alarmGroups([view], now.toISOString(), dutyNightOf(now.toISOString()));
    expect(group?.tail).toBe('0047');
    expect(holderText(group?.lines[0]?.alarm ?? alarm('ungraded'), true, now)).toBe(`came to you at ${climbed} because nobody acknowledged it`);
  });
});
