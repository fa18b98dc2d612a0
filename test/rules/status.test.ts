// How an incident stands in one word, which of its clocks runs out first, and the order that the queue is in.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideEnd, decidePassToPolice } from '../../shared/domain/decide-incident.ts';
import { decideFollowUp } from '../../shared/domain/decide-attendance.ts';
import { decideSendHandover } from '../../shared/domain/decide-handover.ts';
import { GRADES } from '../../shared/domain/grade.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { compareUrgency, missingNeeds, nextBreach, STATUS_WORDS, statusOf, type Status, type StatusFacts } from '../../shared/domain/status.ts';
import { advanced, at, by, evening, eveningOf, graded, joint, later, name, noAccess, outcome, sent, task, type Deed } from './evening.ts';

const constable = sent('wren', 'constable');
const both = [graded(3), joint, constable, sent('lark', 'social-worker')] as const;
const bothGoing = [...both, advanced('wren', 'going'), advanced('lark', 'going')] as const;
const bothThere = [...bothGoing, advanced('wren', 'there', 20), advanced('lark', 'there', 25)] as const;
const bothLeft = [...bothThere, advanced('wren', 'left', 50), advanced('lark', 'left', 55)] as const;
const police: Deed = (file) => decidePassToPolice(file, { takerId: 'taker', referenceId: 'reference', takenAt: at(1), crewOrder: 'hold-back', newId: () => 'told' }, name, by('ann', 2));
const handedOver = (dueMinutes: number): Deed => (file) => decideSendHandover(file, {
  handoverId: 'handover', receivingTeam: { id: 'edt', kind: 'edt-desk', name: 'EDT desk' }, dueAt: at(dueMinutes), packId: 'pack', packDigest: '', spokenWithId: null, agreedRequestId: null,
}, name, by('ann', 60));
const ended: Deed = (file) => decideEnd(file, { ending: 'settled', reasonId: 'why', callerToldId: null, duplicateOfId: null, agreedRequestId: null }, name, by('ann', 60));

describe('the word for it', () => {
  const WORDS: readonly [Status, IncidentFile][] = [
    ['ungraded', evening()],
    ['no-task', evening(graded(3))],
    ['uncovered', evening(graded(3), joint)],
    ['part-sent', evening(graded(3), joint, constable)],
    ['sent', evening(...both)],
    ['going', evening(...bothGoing)],
    ['part-there', evening(...bothGoing, advanced('wren', 'there', 20))],
    ['there', evening(...bothThere)],
    ['left', evening(...bothLeft)],
    ['attended', evening(...bothLeft, outcome())],
    ['follow-up', evening(...bothThere, noAccess('wren'))],
    ['handing-over', evening(...bothLeft, outcome(), handedOver(600))],
    ['grade-1', eveningOf({ dangerNow: true })],
    ['with-police', eveningOf({ dangerNow: true }, graded(1), police)],
    ['closed', evening(...bothLeft, outcome(), ended)],
  ];

  test.each(WORDS)('%s', (word, file) => expect(statusOf(file)).toBe(word));
  test('has an example here for each', () => expect(WORDS.map(([word]) => word).toSorted()).toEqual(Object.keys(STATUS_WORDS).toSorted()));

  test('is "not graded yet" before anybody is sent, and from then on how far they are', () => {
    expect(statusOf(evening(joint))).toBe('ungraded');
    expect(statusOf(evening(joint, constable))).toBe('part-sent');
  });

  test('is the worst of several open tasks', () => {
    expect(statusOf(evening(...bothThere, task('second', ['social-work'])))).toBe('uncovered');
    expect(missingNeeds(evening(...both, task('second', ['amhp'])))).toEqual(['amhp']);
  });

  test('a Grade 1 that the police do not have yet is never hidden behind anything else', () => {
    expect(statusOf(evening(...bothThere, noAccess('wren'), graded(1, 35)))).toBe('grade-1');
    expect(statusOf(evening(...bothThere, noAccess('wren'), graded(1, 35), police))).toBe('follow-up');
  });
});

describe('what breaches next', () => {
  test('is attendance, counted from the report, until the first has arrived', () => {
    expect(nextBreach(evening(graded(2)))).toEqual({ at: at(53), cause: 'attend' });
    expect(nextBreach(evening(graded(2), joint, constable, advanced('wren', 'there', 20)))).toBeNull();
  });

  test('is nothing for a Grade 4, and nothing for a Grade 1 that the police have', () => {
    expect(nextBreach({ ...evening(), incident: { ...evening().incident, grade: 4, dueAt: null } })).toBeNull();
    expect(nextBreach(eveningOf({ dangerNow: true }))).toEqual({ at: at(-7), cause: 'attend' });
    expect(nextBreach(eveningOf({ dangerNow: true }, police))).toBeNull();
  });

  test('is the window of a task only until somebody has been there for that task', () => {
    const own = [graded(3), joint, task('second', ['social-work'], 'visit', at(300))] as const;
    expect(nextBreach(evening(...own))).toEqual({ at: at(300), cause: 'task-window' });
    expect(nextBreach(evening(...own, constable, advanced('wren', 'there', 20)))).toEqual({ at: at(300), cause: 'task-window' });
    expect(nextBreach(evening(...own, sent('lark', 'social-worker', { taskId: 'second' }), advanced('lark', 'there', 20)))).toBeNull();
  });

  test('is a follow-up until it is decided, and then the handover that waits', () => {
    const waiting = evening(...bothThere, noAccess('wren', 30), handedOver(61));
    expect(nextBreach(waiting)).toEqual({ at: at(60), cause: 'follow-up' });
    const decided: Deed = (file) => decideFollowUp(file, { followUpId: 'no access for wren', decision: 'retry', noteId: 'note' }, false, by('ann', 50));
    expect(nextBreach(later(waiting, decided))).toEqual({ at: at(61), cause: 'handover' });
  });

  test('is what the caller was told, while it stands', () => {
    const told = { state: 'standing', kind: 'call-back', dueAt: at(20) } as const;
    expect(nextBreach({ ...evening(graded(2)), promises: [told] })).toEqual({ at: at(20), cause: 'promise' });
    expect(nextBreach({ ...evening(graded(2)), promises: [{ ...told, state: 'kept' }] })).toEqual({ at: at(53), cause: 'attend' });
    expect(nextBreach({ ...evening(graded(2), joint, constable, advanced('wren', 'there', 20)), promises: [{ ...told, kind: 'somebody-comes' }] })).toBeNull();
  });

  test('is nothing once it is closed', () => expect(nextBreach(evening(...bothLeft, outcome(), ended))).toBeNull());
});

/** Few moments, so that ties are common. */
const moment = fc.constantFrom(at(0), at(10), at(20));
const facts: fc.Arbitrary<StatusFacts> = fc.record({
  incident: fc.record({
    state: fc.constantFrom('open', 'closed'), grade: fc.constantFrom(...GRADES), gradedAt: fc.option(moment), attendedAt: fc.option(moment), dueAt: fc.option(moment), reportedAt: moment, policeHaveItAt: fc.option(moment),
  }),
  tasks: fc.constant([]), legs: fc.constant([]), assignments: fc.constant([]), requests: fc.constant([]),
  followUps: fc.array(fc.record({ decision: fc.constantFrom(null, 'retry'), dueAt: moment }), { maxLength: 2 }),
  handovers: fc.array(fc.record({ state: fc.constantFrom('sent', 'withdrawn'), dueAt: moment }), { maxLength: 2 }),
  promises: fc.array(fc.record({ state: fc.constantFrom('standing', 'kept'), kind: fc.constantFrom('call-back', 'somebody-comes'), dueAt: fc.option(moment) }), { maxLength: 2 }),
});
const order = (a: StatusFacts, b: StatusFacts): number => Math.sign(compareUrgency(a, b));

describe('the queue', () => {
  test('is in one order: the same whichever of two is asked about, and without circles', () => {
    fc.assert(fc.property(facts, facts, facts, (a, b, c) => {
      expect(order(a, b) + order(b, a)).toBe(0);
      if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
    }));
  });

  test('begins with every Grade 1 that the police do not have, whatever else is late', () => {
    fc.assert(fc.property(facts, facts, (a, b) => {
      if (statusOf(a) === 'grade-1' && statusOf(b) !== 'grade-1') expect(order(a, b)).toBe(-1);
    }));
  });

  test('goes on with what breaches first, and the oldest report where nothing tells them apart', () => {
    const [late, soon, idle] = [evening(graded(3)), evening(graded(2)), evening(...bothLeft, outcome())];
    const older = { ...idle, incident: { ...idle.incident, reportedAt: at(-300) } };
    const unpassed = eveningOf({ dangerNow: true });
    expect([idle, late, older, unpassed, soon].toSorted(compareUrgency)).toEqual([unpassed, soon, late, older, idle]);
  });
});
