// What responders report: facts are never refused for the state they meet, times are held, everybody is said seen or not seen.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apply } from '../../shared/domain/apply-incident.ts';
import { decideAdvance, decideFollowUp, decideNoAccess, decideOutcome, decideSaw, decideStepBack } from '../../shared/domain/decide-attendance.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { IncidentEvent, StepState } from '../../shared/domain/incident-event.ts';
import type { AssignmentState, IncidentFile } from '../../shared/domain/incident-file.ts';
import {
  advanced, ALL_SEEN, assignmentOf, at, by, CHILD_NOT_SEEN, declined, evening, events, graded, joint, later, noAccess, outcome, refused, reporter, saw, sent, stoodDown, task, type Deed,
} from './evening.ts';
import { acts, live } from './histories.ts';

const crew = [graded(2), joint, sent('wren', 'constable'), sent('lark', 'social-worker')] as const;
const advance = (file: IncidentFile, to: StepState, who = reporter('wren', 30), alsoFor: readonly string[] = []): Decision<IncidentEvent> =>
  decideAdvance(file, { assignmentId: 'wren', to, alsoFor }, clockTime, who);
const FACTS = ['going', 'there', 'left'] as const;
const namesOf = (decision: Decision<IncidentEvent>): string[] => events(decision).map((event) => event.name);

describe('a fact', () => {
  test('is never refused for the state it meets, in any night: it advances, is kept as a late report, or was so already', () => {
    fc.assert(fc.property(acts, fc.constantFrom(...FACTS), fc.nat(), (given, to, pick) => {
      const { file } = live(given);
      const assignment = file.assignments[pick % Math.max(file.assignments.length, 1)];
      if (assignment === undefined) return;
      const who = { staffId: assignment.staffId, now: '2027-01-01T00:00:00.000Z', happenedAt: '2027-01-01T00:00:00.000Z' };
      expect(namesOf(decideAdvance(file, { assignmentId: assignment.id, to, alsoFor: [] }, clockTime, who)).length).toBeGreaterThanOrEqual(assignment.state === to ? 0 : 1);
      expect(namesOf(decideNoAccess(file, { assignmentId: assignment.id, followUpId: 'new' }, FIRST_POLICY, who))).not.toEqual([]);
      expect(namesOf(decideSaw(file, { assignmentId: assignment.id, ...ALL_SEEN }, who))).not.toEqual([]);
      expect(namesOf(decideOutcome(file, { taskId: assignment.taskId, outcome: 'advice', noteId: 'note', followUpId: 'new', ...ALL_SEEN }, FIRST_POLICY, who))).not.toEqual([]);
    }));
  });

  test('that meets an ended assignment is a late report, with its moment, and changes nothing else', () => {
    const file = evening(...crew, stoodDown('wren'));
    for (const [decision, fact] of [
      [advance(file, 'there', reporter('wren', 30, 12)), 'there'],
      [decideSaw(file, { assignmentId: 'wren', ...ALL_SEEN }, reporter('wren', 30, 12)), 'seen'],
      [decideNoAccess(file, { assignmentId: 'wren', followUpId: 'new' }, FIRST_POLICY, reporter('wren', 30, 12)), 'no-access'],
    ] as const) {
      const [late, ...more] = events(decision);
      expect(late).toMatchObject({ name: 'incident.reportedLate', at: at(12), byId: 'wren', assignmentId: 'wren', fact });
      expect(more).toEqual([]);
      if (late !== undefined) expect(apply(file, late)).toEqual(file);
    }
  });

  test('that comes after a later one is a late report: the times that stand do not go back', () => {
    const file = evening(...crew, advanced('wren', 'there', 20));
    expect(events(advance(file, 'going', reporter('wren', 30, 10)))).toMatchObject([{ name: 'incident.reportedLate', fact: 'going', at: at(10) }]);
  });

  test('pressed twice is one', () => expect(events(advance(evening(...crew, advanced('wren', 'there', 20)), 'there'))).toEqual([]));

  test('about a task that has ended keeps its words', () => {
    const file = evening(...crew, advanced('wren', 'there'), outcome(), advanced('wren', 'left'), stoodDown('lark'));
    expect(events(decideOutcome(file, { taskId: 'visit', outcome: 'early-help', noteId: 'words', followUpId: 'new', ...ALL_SEEN }, FIRST_POLICY, reporter('lark', 60)))).toMatchObject([
      { name: 'incident.reportedLate', fact: 'outcome', noteId: 'words' },
    ]);
  });

  test('about somebody who is not here is the one thing that is not found', () => {
    expect(refused(decideSaw(evening(...crew), { assignmentId: 'nobody', ...ALL_SEEN }, reporter('wren')))).toBe('not-found');
  });
});

describe('a request', () => {
  test('may be refused, and says when it ended', () => {
    const decision = advance(evening(...crew, stoodDown('wren')), 'accepted');
    expect(decision).toEqual({ accepted: false, refusal: { code: 'assignment-ended', facts: { at: clockTime(at(4)) } } });
  });
  test('is answered once', () => expect(refused(declined('wren')(evening(...crew, advanced('wren', 'accepted'))))).toBe('already-answered'));
});

describe('the time of a report', () => {
  test('is the device’s, held between the step before and now', () => {
    const file = evening(...crew, advanced('wren', 'going', 10));
    const thereAt = (happened: number): string | undefined => events(advance(file, 'there', reporter('wren', 30, happened)))[0]?.at;
    expect([thereAt(22), thereAt(9_999), thereAt(-600)]).toEqual([at(22), at(30), at(10)]);
  });

  test('never runs backwards along one assignment, whatever the devices say', () => {
    const step = fc.record({ to: fc.constantFrom<StepState>('accepted', 'going', 'there', 'left'), after: fc.nat(60), off: fc.integer({ min: -600, max: 600 }) });
    fc.assert(fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let [file, now] = [evening(...crew), 5];
      for (const { to, after, off } of steps) {
        now += after;
        const decision = advance(file, to, reporter('wren', now, now + off));
        if (decision.accepted) file = later(file, () => decision);
      }
      const { dispatchedAt, acceptedAt, goingAt, thereAt, leftAt } = assignmentOf(file, 'wren');
      const told = [dispatchedAt, acceptedAt, goingAt, thereAt, leftAt].filter((moment) => moment !== null);
      expect(told).toEqual(told.toSorted());
      expect(told.every((moment) => moment <= at(now))).toBe(true);
    }));
  });

  test('of the first arrival stops the clock, and joint arrival is the second', () => {
    const { incident } = evening(...crew, advanced('lark', 'there', 25), advanced('wren', 'there', 20));
    expect([incident.attendedAt, incident.jointAt]).toEqual([at(20), at(25)]);
    expect(evening(...crew, advanced('wren', 'there', 20)).incident.jointAt).toBeNull();
  });
});

describe('a crew in one car', () => {
  test('answers on one tablet for both, and the log says whose assent it was', () => {
    const file = evening(...crew);
    expect(events(advance(file, 'going', reporter('wren', 5), ['lark']))).toMatchObject([{ staffId: 'wren', forPartner: false }, { staffId: 'lark', byId: 'wren', forPartner: true }]);
  });
  test('is not put back by the partner’s answer', () => {
    const file = evening(...crew, advanced('lark', 'there', 20));
    expect(events(advance(file, 'going', reporter('wren', 25), ['lark']))).toMatchObject([{ staffId: 'wren', to: 'going' }]);
  });

  test.each<[string, Deed]>([
    ['of another team', sent('siskin', 'social-worker', { teamId: 'P1' })],
    ['of no team', sent('siskin', 'social-worker', { teamId: null })],
  ])('does not answer for somebody %s', (_whose, other) => {
    expect(refused(advance(evening(graded(2), joint, sent('wren', 'constable'), other), 'going', reporter('wren', 5), ['siskin']))).toBe('not-your-partner');
  });
  test('does not answer for a partner on another task', () => {
    const file = evening(...crew, task('second', ['social-work'], 'phone'), sent('siskin', 'social-worker', { taskId: 'second' }));
    expect(refused(advance(file, 'going', reporter('wren', 5), ['siskin']))).toBe('not-your-partner');
  });
  test('of which neither has a team does not answer for each other', () => {
    const file = evening(graded(2), joint, sent('wren', 'constable', { teamId: null }), sent('lark', 'social-worker', { teamId: null }));
    expect(refused(advance(file, 'going', reporter('wren', 5), ['lark']))).toBe('not-your-partner');
  });
});

describe('who was seen', () => {
  const file = evening(...crew, advanced('wren', 'there', 20));

  test.each([
    ['nobody is named', [], []], ['the child is left out', ['mother'], []], ['the child is both', ['mother', 'child'], ['child']], ['a stranger is named', ['mother', 'child', 'uncle'], []],
    ['the child is named twice in place of the mother', ['child', 'child'], []],
  ])('must be said of everybody, each once: not when %s', (_how, seenPersonIds, notSeenPersonIds) => {
    const sighting = { seenPersonIds, notSeenPersonIds };
    expect(refused(decideSaw(file, { assignmentId: 'wren', ...sighting }, reporter('wren', 30)))).toBe('say-who-was-seen');
    expect(refused(decideOutcome(file, { taskId: 'visit', outcome: 'advice', noteId: 'note', followUpId: 'new', ...sighting }, FIRST_POLICY, reporter('wren', 30)))).toBe('say-who-was-seen');
  });

  test('is taken from a device as it was said: whoever was added meanwhile was not seen, and a child goes to a supervisor', () => {
    const device = { ...reporter('wren', 30), fromDevice: true };
    const decision = decideOutcome(file, { taskId: 'visit', outcome: 'advice', noteId: 'note', followUpId: 'new', seenPersonIds: ['mother'], notSeenPersonIds: [] }, FIRST_POLICY, device);
    expect(decision).toMatchObject({ accepted: true, events: [{ name: 'task.outcomeRecorded', seenPersonIds: ['mother'], notSeenPersonIds: ['child'] }, { name: 'followUp.opened', cause: 'child-not-seen' }] });
    expect(refused(decideSaw(file, { assignmentId: 'wren', seenPersonIds: ['uncle'], notSeenPersonIds: [] }, device))).toBe('say-who-was-seen');
  });

  test('implies being there, and knocking is not seeing', () => {
    expect(assignmentOf(evening(...crew, saw('wren', ALL_SEEN, 25)), 'wren')).toMatchObject({ state: 'there', thereAt: at(25), seenAt: at(25) });
    expect(assignmentOf(evening(...crew, saw('wren', { seenPersonIds: [], notSeenPersonIds: ['child', 'mother'] }, 25)), 'wren')).toMatchObject({ thereAt: at(25), seenAt: null });
    expect(assignmentOf(evening(...crew, noAccess('wren', 25)), 'wren')).toMatchObject({ thereAt: at(25), seenAt: null });
  });

  test('if nobody let us in, opens one follow-up with the owner and a clock; a second knock is kept as a late report', () => {
    const knocked = evening(...crew, noAccess('wren', 25));
    expect(knocked.followUps).toMatchObject([{ cause: 'no-access', ownerId: 'ann', openedAt: at(25), dueAt: at(25 + FIRST_POLICY.followUpMinutes), decision: null }]);
    expect(namesOf(noAccess('lark', 26)(knocked))).toEqual(['incident.reportedLate']);
  });

  test('if a child was not, goes to a supervisor and to nobody else', () => {
    const unseen = evening(...crew, advanced('wren', 'there'), outcome('visit', CHILD_NOT_SEEN));
    expect(unseen.followUps).toMatchObject([{ cause: 'child-not-seen', decision: null }]);
    const decide = (isSupervisor: boolean) => decideFollowUp(unseen, { followUpId: 'child not seen', decision: 'retry', noteId: 'note' }, isSupervisor, by('mo', 50));
    expect(refused(decide(false))).toBe('manager-decides');
    expect(refused(decideFollowUp(later(unseen, () => decide(true)), { followUpId: 'child not seen', decision: 'ring', noteId: 'note' }, true, by('mo', 51)))).toBe('already-decided');
  });

  test('if it was the mother who was not, opens nothing', () => {
    expect(evening(...crew, outcome('visit', { seenPersonIds: ['child'], notSeenPersonIds: ['mother'] })).followUps).toEqual([]);
  });

  test('only a supervisor may be satisfied without anybody going back', () => {
    const knocked = evening(...crew, noAccess('wren', 25));
    const satisfied = (isSupervisor: boolean) => decideFollowUp(knocked, { followUpId: 'no access for wren', decision: 'manager-satisfied', noteId: 'note' }, isSupervisor, by('mo', 50));
    expect([refused(satisfied(false)), refused(satisfied(true))]).toEqual(['manager-decides', null]);
  });
});

describe('a task with an outcome', () => {
  const told = [...crew, advanced('wren', 'there'), advanced('lark', 'accepted'), outcome()] as const;
  const stateOf = (...deeds: readonly Deed[]) => evening(...deeds).tasks[0]?.state;

  test('is finished when the last of the crew has left, declined or been stood down, and not before', () => {
    expect(stateOf(...told, advanced('wren', 'left'))).toBe('open');
    expect(stateOf(...told, advanced('wren', 'left'), advanced('lark', 'left'))).toBe('done');
    expect(stateOf(...told, advanced('wren', 'left'), stoodDown('lark'))).toBe('done');
    expect(stateOf(...crew, advanced('wren', 'there'), outcome(), advanced('wren', 'left'), declined('lark'))).toBe('done');
  });
});

describe('a step taken back', () => {
  const stepBack = (file: IncidentFile, to: AssignmentState, staffId = 'wren') => decideStepBack(file, { assignmentId: staffId, to, reasonId: 'wrong button' }, FIRST_POLICY, by(staffId, 60));

  test('takes the later times with it, and the deadline runs again from the report', () => {
    const file = later(evening(...crew, advanced('wren', 'going', 10), advanced('wren', 'there', 20)), (before) => stepBack(before, 'accepted'));
    expect(assignmentOf(file, 'wren')).toMatchObject({ state: 'accepted', goingAt: null, thereAt: null, leftAt: null, endedAt: null });
    expect(file.incident).toMatchObject({ attendedAt: null, dueAt: at(53) });
  });

  test('that was the only arrival puts back a grade loosened on its strength', () => {
    const loosened = evening(...crew, advanced('wren', 'there', 20), graded(4, 25));
    expect(loosened.incident).toMatchObject({ grade: 4, strictest: 2 });
    expect(later(loosened, (file) => stepBack(file, 'going')).incident).toMatchObject({ grade: 2, gradedAt: null, dueAt: at(53), attendedAt: null });
  });

  test('is an earlier one, of a task that stands', () => {
    const file = evening(...crew, advanced('wren', 'going', 10));
    expect([refused(stepBack(file, 'there')), refused(stepBack(file, 'going')), refused(stepBack(evening(...crew, declined('wren')), 'dispatched'))]).toEqual(['not-a-step-back', 'not-a-step-back', 'not-a-step-back']);
    expect(refused(stepBack(evening(...crew, outcome(), advanced('wren', 'left'), advanced('lark', 'left')), 'there'))).toBe('task-finished');
  });

  test('puts nobody on two visits at once', () => {
    const file = evening(...crew, advanced('wren', 'there', 20), advanced('wren', 'left', 30), task('second', ['police']), sent('wren', 'constable', { taskId: 'second', minutes: 40, assignmentId: 'second visit' }));
    expect(refused(stepBack(file, 'there'))).toBe('responder-busy');
  });
});
