// Lets those go who are held for a task.
import { decideFree } from '../../../shared/domain/decide-hold.ts';
import type * as routes from '../../../shared/protocol/holds.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';

export const releaseHeld: Command<typeof routes.releaseHeld> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, (file, who) => decideFree(file, input.reservationIds, 'released', who));
};
