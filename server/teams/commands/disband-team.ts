// Ends a team that nobody is in.
import type * as routes from '../../../shared/protocol/duties.ts';
import { Refused } from '../../database/transaction.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { lockTeam } from '../duty.store.ts';

export const disbandTeam: Command<typeof routes.disbandTeam> = async (tx, input) => {
  await lockTeam(tx, input.teamId, 'update');
  const members = await tx.query<unknown[]>('SELECT 1 FROM duty WHERE team_id = $1 AND ended_at IS NULL LIMIT 1', [input.teamId]);
  if (members.length > 0) throw new Refused('team-not-empty');
  await tx.query('UPDATE team SET disbanded_at = $2 WHERE id = $1', [input.teamId, tx.now]);
  record(tx, { name: 'team.disbanded', at: tx.now, byId: tx.actor.staffId, entityType: 'team', entityId: input.teamId, incidentId: null, payload: {} });
};
