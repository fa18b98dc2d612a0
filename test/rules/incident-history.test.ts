// What no chain of commands can do to an incident, however people order them.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellOf } from '../../shared/domain/check.ts';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { dueAtFor } from '../../shared/domain/grading.ts';
import { isLive, openFollowUps, openHandover } from '../../shared/domain/incident-file.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import { earliest, plusMinutes } from '../../shared/domain/instant.ts';
import { owedInterviews, unconfirmedOf } from '../../shared/domain/missing.ts';
import { nextBreach, statusOf } from '../../shared/domain/status.ts';
import { acts, answers, live, raise, START, type History } from './histories.ts';

const always = (holds: (history: History) => void): void =>
  fc.assert(fc.property(acts, answers, (given, said) => holds(live(given, raise(said)))), { numRuns: 400 });

describe('however a night goes', () => {
  test('the report time never moves, and the deadline is always measured from it', () => always(({ file, taken }) => {
    const { incident } = file;
    expect(incident.reportedAt).toBe('2026-10-24T20:53:00.000Z');
    expect(incident.raisedAt).toBe(START);
    expect(incident.dueAt).toBe(dueAtFor(FIRST_POLICY, incident.grade, incident.reportedAt));
    for (const { before, after } of taken) expect(after.incident.reportedAt).toBe(before.incident.reportedAt);
  }));

  test('an unattended incident is never loosened, nor an unattended Grade 1 or 2 ended, without two people', () => always(({ taken }) => {
    for (const { before, after } of taken) {
      if (before.incident.attendedAt !== null) continue;
      const loosened = after.incident.attendedAt === null && after.incident.grade > before.incident.grade;
      const ended = before.incident.state === 'open' && after.incident.state === 'closed' && before.incident.strictest <= 2;
      if (!loosened && !ended) continue;
      const agreed = after.requests.find((request) => request.id === after.incident.downgradeRequestId);
      expect(agreed?.state).toBe('agreed');
      expect(agreed?.decidedById).not.toBe(agreed?.byId);
    }
  }));

  test('the grade in force is never later than the strictest while nobody has been there', () => always(({ taken }) => {
    for (const { after } of taken) if (after.incident.attendedAt === null) expect(after.incident.grade).toBeLessThanOrEqual(after.incident.strictest);
  }));

  test('nobody is on two live visits', () => always(({ taken }) => {
    for (const { after } of taken) {
      const visits = after.assignments.filter((assignment) => assignment.kind === 'visit' && isLive(assignment)).map(({ staffId }) => staffId);
      expect(new Set(visits).size).toBe(visits.length);
    }
  }));

  test('the first arrival is the earliest, and no arrival is before its sending or after now', () => always(({ taken }) => {
    for (const { after, now } of taken) {
      expect(after.incident.attendedAt).toBe(earliest(after.assignments.map(({ thereAt }) => thereAt)));
      for (const assignment of after.assignments) if (assignment.thereAt !== null) {
        expect(assignment.thereAt >= assignment.dispatchedAt).toBe(true);
        expect(assignment.thereAt <= now).toBe(true);
      }
    }
  }));

  test('it always has an owner, and at most one handover waits', () => always(({ taken }) => {
    for (const { after } of taken) {
      expect(after.incident.ownerId).not.toBe('');
      expect(after.handovers.filter((handover) => handover.state === 'sent').length).toBeLessThanOrEqual(1);
      for (const handover of after.handovers) expect(handover.state === 'taken-over').toBe(handover.takenById !== null && handover.takenAt !== null);
    }
  }));

  test('a handover keeps its clock through every rejection', () => always(({ taken }) => {
    for (const { before, after, act } of taken) if (act.kind === 'reject') {
      const [was, is] = [openHandover(before), openHandover(after)];
      if (was !== undefined && is !== undefined) expect(is.dueAt).toBe(was.dueAt);
    }
  }));

  test('a closed incident frees everybody, and never closes on an open follow-up', () => always(({ taken }) => {
    for (const { before, after } of taken) if (before.incident.state === 'open' && after.incident.state === 'closed') {
      expect(after.assignments.filter(isLive)).toEqual([]);
      expect(after.tasks.filter((task) => task.state === 'open')).toEqual([]);
      expect(before.followUps.filter((followUp) => followUp.decision === null)).toEqual([]);
    }
  }));

  test('what is not decided is the owner’s, whoever owned it when it was opened', () => always(({ taken }) => {
    for (const { after } of taken) for (const { ownerId } of openFollowUps(after)) expect(ownerId).toBe(after.incident.ownerId);
  }));

  test('it does not end on somebody who is not confirmed, nor on an interview that is owed, unless a day team takes both over', () => always(({ taken }) => {
    for (const { before, after } of taken) {
      if (before.incident.state === 'closed' || after.incident.state === 'open' || after.incident.ending === 'taken-over') continue;
      expect([unconfirmedOf(before), owedInterviews(before)]).toEqual([[], []]);
    }
  }));

  test('nobody is missing twice at once, is seen well before they are found, or has an interview without a clock that counts from then', () => always(({ taken }) => {
    for (const { after } of taken) {
      const unconfirmed = unconfirmedOf(after).map(({ personId }) => personId);
      expect(new Set(unconfirmed).size).toBe(unconfirmed.length);
      for (const one of after.missing) {
        expect(one.interviewDueAt).toBe(one.locatedAt === null ? null : plusMinutes(one.locatedAt, FIRST_POLICY.clocks.returnInterview));
        if (one.seenAt !== null) expect(one.locatedAt !== null && one.locatedAt <= one.seenAt).toBe(true);
        if (one.interview !== null) expect(after.interviewSteps.some(({ missingId, step }) => missingId === one.id && step === one.interview)).toBe(true);
      }
    }
  }));

  test('somebody missing at high risk is a Grade 1 while nobody has been there, unless two people agreed otherwise', () => always(({ taken }) => {
    for (const { after } of taken) if (after.incident.attendedAt === null && after.incident.state === 'open' && after.incident.downgradeRequestId === null && unconfirmedOf(after).some(({ risk }) => risk === 'high')) expect(after.incident.grade).toBe(1);
  }));

  test('what a source knows is never hidden by a later nothing or a silence, unless it is struck out', () => always(({ taken }) => {
    for (const { before, after, events } of taken) for (const check of before.checks) {
      if (events.every(({ name }) => name !== 'check.struckOut') && cellOf(before.checks, check, check.source).state === 'found') expect(cellOf(after.checks, check, check.source).state).toBe('found');
    }
  }));

  test('a finished task has an outcome, and nobody is left on it', () => always(({ file }) => {
    for (const task of file.tasks) if (task.state === 'done') {
      expect(task.outcome).not.toBeNull();
      expect(file.assignments.filter((assignment) => assignment.taskId === task.id && isLive(assignment))).toEqual([]);
    }
  }));

  test('replaying its events gives the same state', () => always(({ file, events }) => expect(applyAll(null, events)).toEqual(file)));

  test('it has a status in a word, and nothing breaches once it is closed', () => always(({ file }) => {
    expect(statusOf(file)).toBeTruthy();
    if (file.incident.state === 'closed') expect(nextBreach(file)).toBeNull();
  }));
});
