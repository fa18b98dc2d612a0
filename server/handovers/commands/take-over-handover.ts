// A named person takes the case over, in their own session.
import { decideTakeOver } from '../../../shared/domain/decide-handover.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import type * as routes from '../../../shared/protocol/handovers.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { staffNames } from '../../incidents/lookups.ts';
import { findOwner } from '../../incidents/owner.store.ts';
import { handoverForTaker } from '../handover.store.ts';

export const takeOverHandover: Command<typeof routes.takeOverHandover> = async (tx, input) => {
  const { incidentId, team } = await handoverForTaker(tx, input.handoverId);
  await changeIncident(tx, incidentId, { unseen: true }, async (file, who) => {
    // At the desk of the night the taker becomes the owner, and an owner is on duty.
    if (team.kind === 'edt-desk' && (await findOwner(tx, who.staffId))?.onDuty !== true) return refuse('not-on-duty');
    return decideTakeOver(file, {
      handoverId: input.handoverId, taker: { staffId: tx.actor.staffId, organisationId: tx.actor.organisationId }, kind: team.kind, by: 'account', readBackId: null,
    }, await staffNames(tx, file), who);
  });
};
