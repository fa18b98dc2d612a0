// Takes an incident, or gives it by name to somebody on duty.
import { decideOwn } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { findOwner } from '../owner.store.ts';

export const ownIncident: Command<typeof routes.ownIncident> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const owner = await findOwner(tx, input.ownerId ?? who.staffId);
    if (owner === null) throw new Refused('not-found');
    return decideOwn(file, owner, who);
  });
};
