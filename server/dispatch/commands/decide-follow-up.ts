// Decides what follows no access, or a child not seen (a supervisor's).
import { decideFollowUp as decide } from '../../../shared/domain/decide-attendance.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';

export const decideFollowUp: Command<typeof routes.decideFollowUp> = async (tx, input) => {
  const incidentId = await incidentIdOf(tx, 'follow_up', input.followUpId);
  await changeIncident(tx, incidentId, {}, async (file, who) => decide(file, {
    followUpId: input.followUpId, decision: input.decision, noteId: await saveStatement(tx, incidentId, input.note),
  }, tx.actor.roles.includes('supervisor'), who));
};
