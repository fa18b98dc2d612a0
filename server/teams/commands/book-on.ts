// Books on: a responder joins a team or goes alone; control and the EDT desk take their seat.
import type * as routes from '../../../shared/protocol/duties.ts';
import type { Role } from '../../../shared/domain/visibility.ts';
import { newId, Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { lockTeam, recordDuty } from '../duty.store.ts';

const SITS: Record<'responder' | 'control' | 'edt', readonly Role[]> = { responder: ['responder'], control: ['coordinator', 'supervisor'], edt: ['edt'] };

export const bookOn: Command<typeof routes.bookOn> = async (tx, input) => {
  const { actor } = tx;
  if (!SITS[input.seat].some((role) => actor.roles.includes(role))) throw new Refused('not-your-role', { who: 'an administrator for the role' });
  if (actor.dutyId !== null) throw new Refused('already-on-duty');
  const teamId = input.seat === 'responder' ? input.teamId : null;
  if (teamId !== null) await lockTeam(tx, teamId);
  const dutyId = newId();
  const sharing = input.seat === 'responder';
  await tx.query('INSERT INTO duty (id, staff_id, organisation_id, seat, profession, team_id, started_at, sharing) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [dutyId, actor.staffId, actor.organisationId, input.seat, actor.profession, teamId, tx.now, sharing]);
  recordDuty(tx, 'duty.started', { dutyId, staffId: actor.staffId, seat: input.seat, teamId });
  return { dutyId };
};
