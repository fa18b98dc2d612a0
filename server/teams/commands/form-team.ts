// Forms a team for tonight.
import { dutyNightOf } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/duties.ts';
import { newId } from '../../database/transaction.ts';
import { record } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';

export const formTeam: Command<typeof routes.formTeam> = async (tx, input) => {
  const teamId = newId();
  const night = dutyNightOf(tx.now);
  await tx.query('INSERT INTO team (id, call_sign, vehicle, district_codes, night, formed_at) VALUES ($1, $2, $3, $4, $5, $6)', [teamId, input.callSign, input.vehicle, input.districtCodes, night, tx.now]);
  record(tx, { name: 'team.formed', at: tx.now, byId: tx.actor.staffId, entityType: 'team', entityId: teamId, incidentId: null, payload: { callSign: input.callSign, night, districtCodes: input.districtCodes } });
  return { teamId };
};
