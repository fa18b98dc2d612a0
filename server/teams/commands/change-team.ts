// Another call sign, vehicle or area for a team that is out: said by radio first, and seen by everybody at once.
import type * as routes from '../../../shared/protocol/duties.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { lockTeam } from '../duty.store.ts';

export const changeTeam: Command<typeof routes.changeTeam> = async (tx, { teamId, callSign, vehicle, districtCodes }) => {
  await lockTeam(tx, teamId, 'update');
  await tx.query('UPDATE team SET call_sign = $2, vehicle = $3, district_codes = $4 WHERE id = $1', [teamId, callSign, vehicle, districtCodes]);
  record(tx, { name: 'team.changed', at: tx.now, byId: tx.actor.staffId, entityType: 'team', entityId: teamId, incidentId: null, payload: { callSign, vehicle, districtCodes } });
};
