// The random nights reach what they must judge: every event there is happens in some of them.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acts, live } from './histories.ts';

const EXPECTED = [
  'incident.assessed', 'incident.graded', 'incident.ended', 'incident.reopened', 'incident.ownerChanged', 'incident.passedToPolice', 'incident.restricted', 'incident.unrestricted', 'incident.reportedLate',
  'downgrade.requested', 'downgrade.agreed', 'downgrade.refused', 'downgrade.withdrawn', 'task.added', 'task.cancelled', 'task.outcomeRecorded', 'task.finished', 'assignment.dispatched', 'assignment.advanced',
  'assignment.declined', 'assignment.stoodDown', 'assignment.sawPeople', 'assignment.corrected', 'followUp.opened', 'followUp.decided', 'handover.sent', 'handover.takenOver', 'handover.rejected', 'handover.withdrawn',
];

test('every event happens in some night', () => {
  const happened = new Set(fc.sample(acts, { numRuns: 3000, seed: 7 }).flatMap((given) => live(given).events.map(({ name }) => name)));
  expect(EXPECTED.filter((name) => !happened.has(name as never))).toEqual([]);
});
