// Holding people for a task without telling them, and letting them go again.
import { z } from 'zod';
import { Id, Version } from './fields.ts';
import { command, Done, route } from './route.ts';

const MAY = ['coordinator', 'supervisor'] as const;

export const holdCrew = route('POST', '/tasks/:taskId/hold', {
  summary: 'Hold people for a task: nobody is told, nobody else sends them without saying so, and it runs out by itself', may: MAY, params: { taskId: Id },
  body: command({ expectedVersion: Version, dutyIds: z.array(Id).min(1).max(6) }), out: Done,
  refusals: ['stale', 'incident-closed', 'task-ended', 'not-a-visit', 'grade-1-goes-to-police', 'grade-4-no-visit', 'leg-covered', 'nobody-fits', 'certificate-needed', 'on-break', 'responder-off-duty', 'responder-busy', 'held-already'],
});
export const releaseHeld = route('POST', '/incidents/:incidentId/release-held', {
  summary: 'Let those go who are held for a task; what is over already stays as it ended', may: MAY, params: { incidentId: Id }, body: command({ reservationIds: z.array(Id).min(1).max(6) }), out: Done,
});
