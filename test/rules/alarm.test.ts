// What an incident owes by when: an example for each cause with what ends it, and what holds on any night.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ALARM_CAUSE_CODES, alarmKey, alarmsOf, minutesAfterReport, type AlarmCause } from '../../shared/domain/alarm.ts';
import { decideFollowUp, decideStepBack } from '../../shared/domain/decide-attendance.ts';
import { decideSendHandover, decideWithdraw } from '../../shared/domain/decide-handover.ts';
import { decideEnd, decidePassToPolice, decideReopen } from '../../shared/domain/decide-incident.ts';
import { decideNews, newsArrived } from '../../shared/domain/closed-news.ts';
import { accept } from '../../shared/domain/decision.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { decideAnswerDispute, decideDispute, decideNameLead } from '../../shared/domain/lead.ts';
import { decideKeepPromise, decidePromise } from '../../shared/domain/promise.ts';
import { decideBook } from '../../shared/domain/decide-visit.ts';
import { askReassess } from '../../shared/domain/reassess.ts';
import { tellParted, tellTogether } from '../../shared/domain/parting.ts';
import { decideCheckIn, decideLeaving, staysSet } from '../../shared/domain/stay.ts';
import { nextBreach } from '../../shared/domain/status.ts';
import { timelineSentence } from '../../shared/protocol/timeline-sentence.ts';
import { interviewHeld, reported, seenWell } from './search.ts';
import { advanced, at, by, declined, evening, eveningOf, graded, joint, later, name, noAccess, sent, task, type Deed } from './evening.ts';
import { acts, answers, live, raise } from './histories.ts';

/** Reported seven minutes before the evening's own clock begins. */
const REPORTED = -7;
const constable = sent('wren', 'constable');
const social = sent('lark', 'social-worker');
const there = [constable, social, advanced('wren', 'going'), advanced('wren', 'there', 20)] as const;
const police: Deed = (file) => decidePassToPolice(file, { takerId: 'taker', referenceId: 'reference', takenAt: at(1), crewOrder: 'hold-back', newId: () => 'told' }, name, by('ann', 2));
const ended: Deed = (file) => decideEnd(file, { ending: 'settled', reasonId: 'why', callerToldId: null, duplicateOfId: null, agreedRequestId: null }, name, by('ann', 60));
const reopened: Deed = (file) => decideReopen(file, 'why', by('ann', 70));
const followUpDecided: Deed = (file) => decideFollowUp(file, { followUpId: 'no access for wren', decision: 'retry', noteId: 'note' }, false, by('ann', 50));
const handedOver: Deed = (file) => decideSendHandover(file, {
  handoverId: 'handover', receivingTeam: { id: 'edt', kind: 'edt-desk', name: 'EDT desk' }, dueAt: at(90), packId: 'pack', packDigest: '', spokenWithId: null, agreedRequestId: null,
}, name, by('ann', 60));
const withdrawn: Deed = (file) => decideWithdraw(file, { handoverId: 'handover', reasonId: 'why' }, by('ann', 70));

const told: Deed = (file) => decidePromise(file, { promiseId: 'promise', kind: 'call-back', saidId: 'said', dueAt: undefined }, FIRST_POLICY.clocks, by('ann', 5));
const rungBack: Deed = (file) => decideKeepPromise(file, { promiseId: 'promise', noteId: null }, by('ann', 20));
const named: Deed = (file) => decideNameLead(file, { leadId: 'lead', leader: 'police', ground: 'risk', taken: null }, by('ann', 5));
const disputed: Deed = (file) => decideDispute(file, { leadId: 'lead', withId: 'with', reasonId: 'why' }, FIRST_POLICY.clocks, by('ann', 10));
const answered: Deed = (file) => decideAnswerDispute(file, { leadId: 'lead', answererId: 'inspector', outcome: 'theirs', reasonId: 'why' }, by('ann', 20));
const newInformation: Deed = (file) => accept(...askReassess(file, { reassessId: 'reassess', cause: 'note', noteId: null }, FIRST_POLICY.clocks, by('ann', 10)));
const news: Deed = () => accept(newsArrived({ newsId: 'news', kind: 'note', ownerId: 'ann' }, FIRST_POLICY.clocks, by('ann', 60)));
const newsNoted: Deed = (file) => decideNews(file, { newsId: 'news', decision: 'noted', reasonId: 'why', linkedToId: null }, by('ann', 65));
const warned: Deed = () => accept({ name: 'warning.recorded', at: at(1), byId: 'ann', warningId: 'warning', kind: 'violence', sourceId: 'source', reviewAt: at(240) });
const reviewed: Deed = () => accept({ name: 'warning.reviewed', at: at(241), byId: 'ann', warningId: 'warning', reviewAt: at(60 * 24 * 30), reasonId: 'why' });

const booked: Deed = (file) => decideBook(file, {
  bookingId: 'booking', taskId: 'visit', visits: [{ visitId: 'booked', legId: 'visit police', staffId: 'wren', fromAt: at(300), untilAt: at(360) }], isFixed: false, proposalId: null, told: null,
}, [{ staffId: 'wren', name: 'Wren', profession: 'constable', certificates: [], busy: [] }], FIRST_POLICY, name, by('ann', 5));

const staying: Deed = (file) => accept(...staysSet(null, file, FIRST_POLICY.crew, by('nightjar', 20)));
const checkedIn: Deed = (file) => decideCheckIn(file, { assignmentId: 'wren', alsoFor: [] }, { ...by('wren', 90), happenedAt: at(45) });
const longer: Deed = (file) => decideLeaving(file, { assignmentId: 'wren', leaveBy: at(120), alsoFor: [] }, { ...by('wren', 70), happenedAt: at(70) });

const parted: Deed = (file) => accept(...tellParted(file, { partingId: 'parting', taskId: 'visit', assignmentIds: ['wren', 'lark'], since: at(35) }, by('nightjar', 40)));
const together: Deed = (file) => accept(...tellTogether(file, ['lark', 'wren'], by('nightjar', 45)));

const dueOf = (file: IncidentFile, cause: AlarmCause): Instant[] => alarmsOf(file, FIRST_POLICY).filter((alarm) => alarm.cause === cause).map(({ dueAt }) => dueAt);

const OWED: readonly [cause: AlarmCause, minutes: number, standing: IncidentFile, over: readonly Deed[]][] = [
  ['grade-1-not-passed', REPORTED, eveningOf({ dangerNow: true }), [police]],
  ['ungraded', REPORTED + 5, evening(), [graded(3)]],
  ['grade-2-unallocated', REPORTED + 40, evening(graded(2)), [joint, constable, social]],
  ['no-answer', 7, evening(graded(3), joint, constable), [advanced('wren', 'accepted')]],
  ['partner-declined', 3, evening(graded(3), joint, constable, social, declined('lark')), [sent('heron', 'social-worker')]],
  ['leg-owed', 22, evening(graded(3), joint, constable), [social]],
  ['grade-2-imminent', REPORTED + 50, evening(graded(2), joint, constable, social), [advanced('wren', 'going'), advanced('wren', 'there', 20)]],
  ['grade-2-breach', REPORTED + 60, evening(graded(2), joint, constable, social), [advanced('wren', 'going'), advanced('wren', 'there', 20)]],
  ['grade-3-unbooked', REPORTED + 24 * 60, evening(graded(3), joint), [constable]],
  ['grade-3-unattended', REPORTED + 44 * 60, evening(graded(3), joint, constable), [advanced('wren', 'going'), advanced('wren', 'there', 20)]],
  ['grade-3-breach', REPORTED + 48 * 60, evening(graded(3), joint, constable), [advanced('wren', 'going'), advanced('wren', 'there', 20)]],
  ['task-window', 300, evening(graded(3), task('visit', ['police'], 'visit', at(300)), constable), [advanced('wren', 'going'), advanced('wren', 'there', 20)]],
  ['visit-unsent', 255, evening(graded(3), task('visit', ['police']), booked), [constable]],
  ['crew-overdue', 55, evening(graded(3), joint, ...there, staying), [checkedIn]],
  ['leaving-overdue', 85, evening(graded(3), joint, ...there, staying), [longer]],
  ['legs-apart', 40, evening(graded(3), joint, ...there, advanced('lark', 'going'), advanced('lark', 'there', 25), parted), [together]],
  ['left-alone', 50, evening(graded(3), joint, ...there, advanced('lark', 'going'), advanced('lark', 'there', 25), advanced('wren', 'left', 50)), [advanced('lark', 'left', 60)]],
  ['follow-up', 60, evening(graded(3), joint, ...there, noAccess('wren', 30)), [followUpDecided]],
  ['return-interview-soon', 30 + 60 * 60, evening(graded(3), reported('child'), seenWell), [interviewHeld]],
  ['return-interview', 30 + 72 * 60, evening(graded(3), reported('child'), seenWell), [interviewHeld]],
  ['warning-review', 240, evening(warned), [reviewed]],
  ['handover', 90, evening(graded(3), handedOver), [withdrawn]],
  ['promise-due', 35, evening(graded(3), told), [rungBack]],
  ['dispute', 40, evening(graded(3), named, disputed), [answered]],
  ['reassess', 25, evening(graded(3), newInformation), [graded(2, 20)]],
  ['closed-news', 75, evening(graded(3), ended, news), [newsNoted]],
];

describe('each cause', () => {
  test.each(OWED)('%s is due at its time, until what it asks for is done', (cause, minutes, standing, over) => {
    expect(dueOf(standing, cause)).toEqual([at(minutes)]);
    expect(dueOf(later(standing, ...over), cause)).not.toContain(at(minutes));
  });
  test('has an example here, and a sentence of its own', () => {
    expect(OWED.map(([cause]) => cause).toSorted()).toEqual(ALARM_CAUSE_CODES.toSorted());
    const none = () => '';
    const sentences = ALARM_CAUSE_CODES.map((cause) => timelineSentence({
      name: 'alarm.fired', at: at(0), byId: 'nightjar', alarmId: 'alarm', cause, aboutId: 'incident', dueAt: at(0), afterMinutes: cause === 'grade-2-unallocated' ? 40 : cause === 'grade-3-unbooked' ? 1440 : null,
    }, { staff: none, team: none, receivingTeam: none, person: none, source: none, policy: () => ({ version: 1, because: () => [] }) }));
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences).toContain('Alarm: Grade 2, not everybody it needs is sent 40 minutes after the report');
    expect(sentences).toContain('Alarm: Grade 3, nobody sent or booked 24 hours after the report');
  });
});

describe('who is sent', () => {
  const unallocated = (...deeds: readonly Deed[]): boolean => dueOf(evening(graded(2), ...deeds), 'grade-2-unallocated').length > 0;
  test('a joint task of a Grade 2 wants both, and each of several tasks its own', () => {
    expect([unallocated(), unallocated(joint), unallocated(joint, constable), unallocated(joint, constable, social)]).toEqual([true, true, true, false]);
    expect(unallocated(joint, constable, social, task('second', ['social-work']))).toBe(true);
  });
  test('whoever declines is not sent, and the alarm is the one that it was', () => {
    const before = dueOf(evening(graded(2), joint), 'grade-2-unallocated');
    expect(dueOf(evening(graded(2), joint, constable, social, declined('wren')), 'grade-2-unallocated')).toEqual(before);
  });
  test('a Grade 3 is booked by its visit', () => {
    expect(dueOf(evening(graded(3), task('visit', ['police']), booked), 'grade-3-unbooked')).toEqual([]);
  });
  test('a Grade 3 is booked by a slot of its own, which then has an alarm of its own', () => {
    const slot = evening(graded(3), task('visit', ['police'], 'visit', at(600)));
    expect([dueOf(slot, 'grade-3-unbooked'), dueOf(slot, 'task-window')]).toEqual([[], [at(600)]]);
  });
});

describe('an arrival taken back', () => {
  const steppedBack: Deed = (file) => decideStepBack(file, { assignmentId: 'wren', to: 'going', reasonId: 'why' }, FIRST_POLICY, by('ann', 25));
  test('brings back the same alarms, due when they were', () => {
    const before = evening(graded(3), joint, constable, advanced('wren', 'going'));
    const mistaken = later(before, advanced('wren', 'there', 20), steppedBack);
    expect(alarmsOf(mistaken, FIRST_POLICY).map(alarmKey)).toEqual(alarmsOf(before, FIRST_POLICY).map(alarmKey));
  });
});

describe('a case that is closed', () => {
  test('owes nothing, and opened again what it owed before', () => {
    const open = evening(graded(3), joint);
    expect(alarmsOf(later(open, ended), FIRST_POLICY)).toEqual([]);
    expect(alarmsOf(later(evening(graded(3)), ended, reopened), FIRST_POLICY)).toEqual(alarmsOf(evening(graded(3)), FIRST_POLICY));
  });
});

describe('on any night', () => {
  const nights = fc.tuple(answers, acts).map(([said, done]) => live(done, raise(said)));
  const anyFile = (holds: (file: IncidentFile) => void): void => fc.assert(fc.property(nights, ({ file, taken }) => {
    for (const { after } of taken) holds(after);
    holds(file);
  }));

  test('no alarm is due before the report, none is asked for twice, and none on a closed incident', () => anyFile((file) => {
    const alarms = alarmsOf(file, FIRST_POLICY);
    expect(alarms.filter(({ dueAt }) => dueAt < file.incident.reportedAt)).toEqual([]);
    expect(new Set(alarms.map(alarmKey)).size).toBe(alarms.length);
    if (file.incident.state === 'closed') expect(alarms).toEqual([]);
  }));

  test('whatever breaches next on the queue has an alarm at that moment', () => anyFile((file) => {
    const next = nextBreach(file);
    const alarms = alarmsOf(file, FIRST_POLICY);
    // A promise in doubt is owed sooner than it was told.
    if (next?.cause === 'promise') expect(alarms.some(({ cause, dueAt }) => cause === 'promise-due' && dueAt <= next.at)).toBe(true);
    else if (next !== null) expect(alarms.map(({ dueAt }) => dueAt)).toContain(next.at);
  }));

  test('what is counted from the report is due at the same moment whatever was done meanwhile', () => {
    fc.assert(fc.property(nights, ({ taken }) => {
      const due = new Map<AlarmCause, Instant>();
      for (const { after } of taken) for (const alarm of alarmsOf(after, FIRST_POLICY)) {
        if (minutesAfterReport(alarm, after.incident.reportedAt) === null) continue;
        expect(due.get(alarm.cause) ?? alarm.dueAt).toBe(alarm.dueAt);
        due.set(alarm.cause, alarm.dueAt);
      }
    }));
  });

  test('nobody there is never silent: an open, unattended Grade 1, 2 or 3 always has an alarm to come, but for a Grade 1 that the police have', () => anyFile((file) => {
    const { incident } = file;
    if (incident.state === 'closed' || incident.attendedAt !== null || incident.grade === 4 || (incident.grade === 1 && incident.policeHaveItAt !== null)) return;
    expect(alarmsOf(file, FIRST_POLICY)).not.toEqual([]);
  }));

  test('an earlier point in the policy is an earlier alarm, and moves nothing else', () => {
    fc.assert(fc.property(nights, fc.integer({ min: 1, max: 39 }), ({ file }, minutes) => {
      const strict = { clocks: FIRST_POLICY.clocks, planning: FIRST_POLICY.planning, sending: FIRST_POLICY.sending, warnMinutes: { ...FIRST_POLICY.warnMinutes, grade2Unallocated: minutes } };
      const rest = (policy: Parameters<typeof alarmsOf>[1]) => alarmsOf(file, policy).filter(({ cause }) => cause !== 'grade-2-unallocated');
      expect(rest(strict)).toEqual(rest(FIRST_POLICY));
      const [usual, earlier] = [FIRST_POLICY, strict].map((policy) => alarmsOf(file, policy).find(({ cause }) => cause === 'grade-2-unallocated')?.dueAt);
      expect(usual === undefined ? earlier : earlier !== undefined && earlier < usual).toBe(usual === undefined ? undefined : true);
    }));
  });
});
