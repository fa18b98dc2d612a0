// Where those who are on their way meet before the door, said again: on the log, and on their tablets as soon as it is.
import { decideMeeting } from '../../../shared/domain/meeting-point.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';

export const agreeMeeting: Command<typeof routes.agreeMeeting> = async (tx, { taskId, meeting }) => {
  const incidentId = await incidentIdOf(tx, 'task', taskId);
  await changeIncident(tx, incidentId, {}, async (file, who) =>
    decideMeeting(file, taskId, meeting === null ? null : { meetingId: newId(), whereId: await saveStatement(tx, incidentId, meeting.where), meetAt: meeting.meetAt }, who));
};
