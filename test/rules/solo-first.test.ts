// One leg goes ahead alone only by saying so: the other is owed by name, until somebody is sent for it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACTIVITIES, ACTIVITY_CODES, type Activity, type Profession } from '../../shared/domain/activity.ts';
import { aloneByDecline } from '../../shared/domain/alone-by-decline.ts';
import { decideDispatch, PLAINLY, type SendingTerms } from '../../shared/domain/decide-dispatch.ts';
import { decideAddTask } from '../../shared/domain/decide-task.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { decideMeeting, meetingBefore, meetingOf } from '../../shared/domain/meeting-point.ts';
import { aheadAlone } from '../../shared/domain/solo-first.ts';
import { SKILLS } from '../../shared/domain/skill.ts';
import { storedPolicy } from '../../shared/domain/stored-policy.ts';
import { advanced, at, by, declined, evening, events, graded, joint, later, refused, stoodDown, type Deed } from './evening.ts';
import { acts, live } from './histories.ts';

const hand = (staffId: string, profession: Profession) => ({ assignmentId: staffId, dutyId: `duty of ${staffId}`, staffId, name: staffId, profession, skills: SKILLS, teamId: null, onDuty: true, breakUntil: null, busyOn: null, heldFor: null, vehicle: null, gender: null });
const WREN = hand('wren', 'constable');
const LARK = hand('lark', 'social-worker');
const because = (reasonId: string | null, change: Partial<SendingTerms> = {}): SendingTerms => ({ ...PLAINLY, solo: { soloId: 'solo', reasonId, allowed: FIRST_POLICY.sending.soloFirst }, ...change });
const sending = (people: readonly ReturnType<typeof hand>[], terms: SendingTerms = because(null), minutes = 2): Deed => (file) => decideDispatch(file, 'visit', people, (moment) => moment, by('ann', minutes), terms);
const start = evening(graded(2), joint);
const replacing = (...staffIds: readonly string[]) => (people: readonly ReturnType<typeof hand>[], terms = because(null)): Deed => (file) =>
  decideDispatch(later(file, stoodDown(...staffIds)), 'visit', people, (moment) => moment, by('ann', 5), { ...terms, before: file });

describe('one leg of two', () => {
  test('goes ahead with a reason alone; the other is owed by name since then, and no longer once somebody is sent', () => {
    const one = sending([WREN])(start);
    expect(one).toMatchObject({ accepted: false, refusal: { code: 'solo-first-why', facts: { what: 'social work leg' } } });
    const ahead = later(start, sending([WREN], because('near')));
    expect(aheadAlone(ahead, 'visit')).toMatchObject({ solo: { reasonId: 'near', since: at(2) }, ahead: ['police'], owed: ['social-work'] });
    const both = later(ahead, sending([LARK], because(null), 9));
    expect(aheadAlone(both, 'visit')).toBeNull();
    expect(both.solos).toEqual([expect.objectContaining({ id: 'solo', endedAt: at(9) })]);
  });

  test('both at once say nothing of it', () => expect(events(sending([WREN, LARK])(start)).map(({ name }) => name)).toEqual(['assignment.dispatched', 'assignment.dispatched']));

  test('never where the policy does not let it, whoever says why', () => {
    expect(refused(sending([WREN], { ...because('near'), solo: { soloId: 'solo', reasonId: 'near', allowed: [] } })(start))).toBe('solo-first-not-allowed');
  });

  test('never alone where visits are double-crewed only, unless a supervisor says why: that is the reason then', () => {
    const warned = later(start, () => ({ accepted: true, events: [{ name: 'warning.recorded', at: at(1), byId: 'ann', warningId: 'warning', kind: 'double-crewed-only', sourceId: 'source', reviewAt: at(9000) }] }));
    expect(refused(sending([WREN], because('near'))(warned))).toBe('double-crewed-only');
    expect(events(sending([WREN], because(null, { aloneReasonId: 'decided' }))(warned))).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'solo.begun', reasonId: 'decided' })]));
  });

  test('whoever takes the place of the one ahead, or of one of two, leaves nothing new owed; one in place of both does', () => {
    const other = hand('crane', 'constable');
    const ahead = later(start, sending([WREN], because('near')));
    expect(refused(replacing('wren')([other])(ahead))).toBeNull();
    const both = later(start, sending([WREN, LARK]));
    expect(refused(replacing('wren')([other])(both))).toBeNull();
    expect(refused(replacing('wren', 'lark')([other])(both))).toBe('solo-first-why');
    // Who was left by a decline is not sent anew: nobody has to say it again for them.
    expect(refused(replacing('wren')([other])(later(both, declined('lark'))))).toBeNull();
  });

  test('an end of it asks for a new reason: nobody on the way, and one goes ahead once more', () => {
    const again = later(start, sending([WREN], because('near')), stoodDown('wren'));
    expect(aheadAlone(again, 'visit')).toBeNull();
    expect(refused(sending([hand('crane', 'pcso')], because(null), 6)(again))).toBe('solo-first-why');
  });

  test('by phone nobody goes anywhere', () => {
    const call: Deed = (file) => decideAddTask(file, { taskId: 'visit', activity: 'welfare-check', kind: 'phone', legs: [{ id: 'one', need: 'police' }, { id: 'two', need: 'social-work' }], detailId: null, dueFrom: null, dueAt: null }, by('ann', 1));
    expect(refused(sending([WREN])(evening(graded(2), call)))).toBeNull();
  });

  test('whatever happens in a night, a joint visit that lacks a leg without having been told so lost it: to a decline, a standing down or a step back', () => {
    fc.assert(fc.property(acts, (list) => {
      const { file, events: log } = live(list);
      for (const task of file.tasks.filter(({ state, kind }) => state === 'open' && kind === 'visit')) {
        const legs = file.legs.filter(({ taskId }) => taskId === task.id);
        const sentTo = new Set(file.assignments.filter(({ taskId }) => taskId === task.id).map(({ legId }) => legId));
        const said = log.some((event) => event.name === 'solo.begun' && event.taskId === task.id);
        if (sentTo.size > 0 && legs.some(({ id }) => !sentTo.has(id))) expect(said).toBe(true);
      }
    }));
  });
});

describe('where they meet', () => {
  const meeting = (meetAt: string | null, whereId = 'where') => because('near', { meeting: { meetingId: whereId, whereId, meetAt } });
  test('stands for the task, and another takes its place', () => {
    const first = later(start, sending([WREN], meeting(at(20))));
    expect(meetingOf(first, 'visit')).toMatchObject({ whereId: 'where', meetAt: at(20) });
    const second = later(first, sending([LARK], meeting(null, 'elsewhere'), 5));
    expect(meetingOf(second, 'visit')).toMatchObject({ whereId: 'elsewhere', meetAt: null });
    expect(second.meetings).toHaveLength(2);
  });
  test('is said again, or called off, once somebody is on the way; by nothing else does it change', () => {
    const said = (whereId: string | null, meetAt: string | null = null, minutes = 6): Deed => (file) => decideMeeting(file, 'visit', whereId === null ? null : { meetingId: whereId, whereId, meetAt }, by('ann', minutes));
    expect([refused(said('gate')(start)), refused(said('gate')(later(start, sending([WREN], because('near')), stoodDown('wren'))))]).toEqual(['nobody-to-tell', 'nobody-to-tell']);
    const sent = later(start, sending([WREN, LARK], meeting(at(20))));
    const moved = later(sent, said('gate', at(30)));
    expect([meetingOf(moved, 'visit')?.whereId, meetingBefore(moved, 'visit')]).toEqual(['gate', expect.objectContaining({ whereId: 'where', endedAt: at(6) })]);
    const off = later(moved, said(null, null, 8));
    expect([meetingOf(off, 'visit'), meetingBefore(off, 'visit')?.whereId]).toEqual([undefined, 'gate']);
    expect(events(said(null)(off))).toEqual([]);
    expect(refused(said('gate', at(1))(sent))).toBe('meeting-when');
    expect(refused(decideMeeting(sent, 'another', null, by('ann', 9)))).toBe('not-found');
  });
  test('not in the past, and not in two days', () => {
    expect(refused(sending([WREN], meeting(at(1)))(start))).toBe('meeting-when');
    expect(refused(sending([WREN], meeting(at(48 * 60)))(start))).toBe('meeting-when');
  });
});

test('a policy of before reads with the first policy’s activities', () => {
  const { sending: { soloFirst: _solo, legOwedMinutes: _owed, holdMinutes: _hold, legSkills: _skills, driverNeeded: _driver, ...sendingThen }, ...rest } = FIRST_POLICY;
  const read = storedPolicy({ ...rest, sending: { ...sendingThen, answerMinutes: 9 } });
  expect(read.sending).toEqual({ ...FIRST_POLICY.sending, answerMinutes: 9 });
  const jointly: Activity[] = ACTIVITY_CODES.filter((code) => ACTIVITIES[code].legs.length > 1);
  expect(jointly).toEqual(expect.arrayContaining([...FIRST_POLICY.sending.soloFirst]));
});

test('going on changes nothing of who is owed', () => {
  const ahead = later(start, sending([WREN], because('near')), advanced('wren', 'going'), advanced('wren', 'there', 12));
  expect(aheadAlone(ahead, 'visit')).toMatchObject({ owed: ['social-work'] });
});

describe('a partner who declines', () => {
  const both = later(start, sending([WREN, LARK]));
  test('leaves the other alone from that moment, until somebody is sent in their place', () => {
    const left = later(both, declined('lark'));
    expect(aloneByDecline(both, 'visit')).toBeNull();
    expect(aloneByDecline(left, 'visit')).toMatchObject({ declined: { id: 'lark', endedAt: at(3) }, alone: [{ id: 'wren' }] });
    expect(aloneByDecline(later(left, sending([hand('heron', 'social-worker')], because(null), 6)), 'visit')).toBeNull();
    expect(aloneByDecline(later(left, stoodDown('wren')), 'visit')).toBeNull();
  });
  test('of whoever was sent ahead alone nothing of the kind is said', () => {
    const ahead = later(start, sending([WREN], because('near')));
    expect(aloneByDecline(ahead, 'visit')).toBeNull();
  });
});
