// Reports from the scene: whose assignment it is, and when it happened by the device's clock.
import type { Reporter } from '../../shared/domain/decide-attendance.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { isControl } from '../../shared/domain/visibility.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { happenedAt, type Device } from '../events/happened-at.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import { incidentIdOf } from '../incidents/incident.store.ts';

/**
 * A responder reports for their own assignment, ended ones too (a late report); control reports for anybody, by radio.
 * Sight is the assignment itself: a fact must reach the log even after book-off.
 */
export async function reportOnAssignment(tx: Tx, input: { assignmentId: Id; device?: Device }, decide: (file: IncidentFile, who: Reporter) => Decision<IncidentEvent> | Promise<Decision<IncidentEvent>>): Promise<void> {
  const incidentId = await incidentIdOf(tx, 'assignment', input.assignmentId);
  await changeIncident(tx, incidentId, { unseen: await isOwn(tx, 'id', input.assignmentId) }, (file, who) => decide(file, { ...who, happenedAt: happenedAt(tx, input.device), fromDevice: input.device !== undefined }));
}

export async function reportOnTask(tx: Tx, input: { taskId: Id; device?: Device }, decide: (file: IncidentFile, who: Reporter) => Decision<IncidentEvent> | Promise<Decision<IncidentEvent>>): Promise<void> {
  const incidentId = await incidentIdOf(tx, 'task', input.taskId);
  await changeIncident(tx, incidentId, { unseen: await isOwn(tx, 'task_id', input.taskId) }, (file, who) => decide(file, { ...who, happenedAt: happenedAt(tx, input.device), fromDevice: input.device !== undefined }));
}

/** True for one's own. Of somebody else's, control may report what it may see; to all others it is not there. */
async function isOwn(tx: Tx, column: 'id' | 'task_id', id: Id): Promise<boolean> {
  const own = await tx.query<unknown[]>(`SELECT 1 FROM assignment WHERE ${column} = $1 AND staff_id = $2 LIMIT 1`, [id, tx.actor.staffId]);
  if (own.length === 0 && !isControl(tx.actor)) throw new Refused('not-found');
  return own.length > 0;
}
