// An SOS: never refused for the state it meets. While one of theirs stands it is the same; their position is shared from then on.
import { accept } from '../../../shared/domain/decision.ts';
import { heldBetween, instantOf } from '../../../shared/domain/instant.ts';
import { sentSos, sosClimbsAt, type SosEventOf } from '../../../shared/domain/sos.ts';
import type * as routes from '../../../shared/protocol/sos.ts';
import { newId } from '../../database/transaction.ts';
import { happenedAt } from '../../events/happened-at.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { lockFile } from '../../incidents/incident.store.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { recordDuty } from '../../teams/duty.store.ts';
import { insertSos, lockOwnDutyEver, recordSos, sharePosition, standingSosOf, visitAndPlaceOf } from '../sos.store.ts';

export const sendSos: Command<typeof routes.sendSos> = async (tx, input) => {
  const { staffId } = tx.actor;
  const standing = await standingSosOf(tx, staffId);
  if (standing !== null) return { sosId: standing };
  const sosId = newId();
  const at = heldBetween('', happenedAt(tx, input.device), tx.now);
  const { incidentId, fix } = await visitAndPlaceOf(tx, staffId, input.dutyId);
  // Incidents are locked before duties.
  if (incidentId !== null) await lockFile(tx, incidentId, { unseen: true });
  const duty = await lockOwnDutyEver(tx, input.dutyId);
  // Pressed on two devices at once: the second, which waited here, is the first.
  const meanwhile = await standingSosOf(tx, staffId);
  if (meanwhile !== null) return { sosId: meanwhile };
  if (incidentId !== null) await changeIncident(tx, incidentId, { unseen: true }, () => accept({ name: 'crew.sosSent' as const, at, byId: staffId, sosId, staffId }));
  const event: SosEventOf<'sos.sent'> = { name: 'sos.sent', at: heldBetween(duty.startedAt, at, tx.now), byId: staffId, dutyId: input.dutyId, staffId, teamId: duty.teamId, incidentId };
  const sos = sentSos(sosId, event);
  const own = input.fix === null ? null : { ...input.fix, at: heldBetween(duty.startedAt, instantOf(Date.parse(input.fix.at) + input.fix.offsetMs), tx.now) };
  await insertSos(tx, sos, own !== null && (fix === null || own.at >= fix.at) ? own : fix, sosClimbsAt(sos, (await policyNow(tx, tx.now)).body.crew, tx.now));
  recordSos(tx, sosId, event);
  if (!duty.ended && !duty.sharing) {
    await sharePosition(tx, input.dutyId);
    recordDuty(tx, 'duty.sharingStarted', { dutyId: input.dutyId, staffId, seat: 'responder', teamId: duty.teamId });
  }
  return { sosId };
};
