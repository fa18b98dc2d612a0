// The random nights reach what they must judge: every event there is happens in some of them.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acts, live } from './histories.ts';

const EXPECTED = [
  'incident.assessed', 'incident.graded', 'incident.ended', 'incident.reopened', 'incident.ownerChanged', 'incident.passedToPolice', 'incident.restricted', 'incident.unrestricted', 'incident.reportedLate',
  'downgrade.requested', 'downgrade.agreed', 'downgrade.refused', 'downgrade.withdrawn', 'task.added', 'task.cancelled', 'task.outcomeRecorded', 'task.finished', 'assignment.dispatched', 'assignment.advanced',
  'assignment.declined', 'assignment.stoodDown', 'assignment.sawPeople', 'assignment.corrected', 'followUp.opened', 'followUp.decided', 'handover.sent', 'handover.takenOver', 'handover.rejected', 'handover.withdrawn',
  'missing.reported', 'missing.factAdded', 'missing.assessed', 'missing.located', 'missing.seen', 'missing.notFound', 'missing.interviewRecorded', 'missing.preventionRecorded', 'missing.ended',
  'check.asked', 'check.answered', 'check.unanswered', 'check.struckOut',
  'visit.booked', 'visit.moved', 'visit.cancelled', 'window.said',
];

test('every event happens in some night', () => {
  const nights = fc.sample(acts, { numRuns: 7000, seed: 7 });
  // Of some of them one thing is most of it: found, seen and spoken to follow one another, and so do asked and answered.
  const mostly = (kind: string, many: number) => nights.slice(0, many).map((given) => given.map((act, index) => (index % 2 === 0 ? { ...act, kind } : act)));
  const happened = new Set([...nights, ...mostly('missing', 1500), ...mostly('check', 500), ...mostly('visit', 500)].flatMap((given) => live(given).events.map(({ name }) => name)));
  expect(EXPECTED.filter((name) => !happened.has(name as never))).toEqual([]);
});
