// A supervisor lets somebody work although they are not rested or have worked the longest duty: by name, until a time, with the reason.
import { plusMinutes } from '../../../shared/domain/instant.ts';
import type * as routes from '../../../shared/protocol/duties.ts';
import { newId, Refused } from '../../database/transaction.ts';
import { record, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';

const LONGEST_MINUTES = 24 * 60;

export const allowWork: Command<typeof routes.allowWork> = async (tx, { staffId, until, reason }) => {
  if (staffId === tx.actor.staffId) throw new Refused('second-person-is-first');
  if (until <= tx.now || until > plusMinutes(tx.now, LONGEST_MINUTES)) throw new Refused('leave-until');
  const staff = await tx.query<unknown[]>('SELECT FROM staff WHERE id = $1', [staffId]);
  if (staff.length === 0) throw new Refused('not-found');
  const [leaveId, reasonId] = [newId(), await saveStatement(tx, null, reason)];
  await tx.query('INSERT INTO rest_leave (id, staff_id, given_at, given_by_id, until_at, reason_id) VALUES ($1, $2, $3, $4, $5, $6)', [leaveId, staffId, tx.now, tx.actor.staffId, until, reasonId]);
  record(tx, { name: 'staff.allowedToWork', at: tx.now, byId: tx.actor.staffId, entityType: 'staff', entityId: staffId, incidentId: null, payload: { leaveId, until, reasonId } });
};
