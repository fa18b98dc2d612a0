// Books on: a responder joins a team or goes alone; control and the EDT desk take their seat.
import { begunWith, whyNotBegin } from '../../../shared/domain/decide-duty.ts';
import { accept } from '../../../shared/domain/decision.ts';
import { decideOwn } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/duties.ts';
import type { Role } from '../../../shared/domain/visibility.ts';
import { newId, Refused, type Tx } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { lockWaitingIncidents } from '../../incidents/owner.store.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { lastDutyOf, mayWorkUnrested, shiftToTake } from '../begin.store.ts';
import { lockTeam, recordDuty } from '../duty.store.ts';

const SITS: Record<'responder' | 'control' | 'edt', readonly Role[]> = { responder: ['responder'], control: ['coordinator', 'supervisor'], edt: ['edt'] };

export const bookOn: Command<typeof routes.bookOn> = async (tx, input) => {
  const { actor } = tx;
  if (!SITS[input.seat].some((role) => actor.roles.includes(role))) throw new Refused('not-your-role', { who: 'an administrator for the role' });
  if (actor.dutyId !== null) throw new Refused('already-on-duty');
  const teamId = input.seat === 'responder' ? input.teamId : null;
  if (teamId !== null) await lockTeam(tx, teamId);
  // Before the duty: incidents are locked before duties.
  if (input.seat !== 'responder') await takeWaiting(tx);
  const [last, working] = [await lastDutyOf(tx, actor.staffId), (await policyNow(tx, tx.now)).body.working];
  const refusal = whyNotBegin(last, tx.now, working, false);
  if (refusal !== null && !await mayWorkUnrested(tx, actor.staffId)) throw new Refused(refusal.code, refusal.facts);
  const [shiftId, begunAt] = [await shiftToTake(tx, actor.staffId), begunWith(last, tx.now, working)];
  const dutyId = newId();
  const sharing = input.seat === 'responder';
  await tx.query('INSERT INTO duty (id, staff_id, organisation_id, seat, profession, team_id, started_at, sharing, shift_id, begun_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [dutyId, actor.staffId, actor.organisationId, input.seat, actor.profession, teamId, tx.now, sharing, shiftId, begunAt < tx.now ? begunAt : null]);
  recordDuty(tx, 'duty.started', { dutyId, staffId: actor.staffId, seat: input.seat, teamId, shiftId });
  return { dutyId };
};

/** What came from outside while nobody was on duty. Somebody may have closed one meanwhile, or taken it. */
async function takeWaiting(tx: Tx): Promise<void> {
  const { staffId, organisationId, name } = tx.actor;
  for (const { id, ownerId } of await lockWaitingIncidents(tx)) {
    await changeIncident(tx, id, { unseen: true }, (file, who) => (
      file.incident.state === 'open' && file.incident.ownerId === ownerId ? decideOwn(file, { staffId, organisationId, name, onDuty: true }, who) : accept()));
  }
}
