// A body without accounts takes over on the phone: name, role, and what was read back. The named person becomes its owner.
import { decideTakeOver } from '../../../shared/domain/decide-handover.ts';
import type * as routes from '../../../shared/protocol/handovers.ts';
import { newId, Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';
import { staffNames } from '../../incidents/lookups.ts';
import { teamOfHandover } from '../handover.store.ts';

export const takeOverByPhone: Command<typeof routes.takeOverByPhone> = async (tx, input) => {
  const incidentId = await incidentIdOf(tx, 'handover', input.handoverId);
  await changeIncident(tx, incidentId, {}, async (file, who) => {
    // Only now is it known that the actor may see it: before, any answer but "not there" would tell that it is.
    const team = await teamOfHandover(tx, input.handoverId);
    if (team.kind === 'edt-desk') throw new Refused('not-your-team');
    const staffId = newId();
    await tx.query('INSERT INTO staff (id, organisation_id, name, title) VALUES ($1, $2, $3, $4)', [staffId, team.organisationId, input.name, input.role]);
    return decideTakeOver(file, {
      handoverId: input.handoverId, taker: { staffId, organisationId: team.organisationId }, kind: team.kind, by: 'phone',
      readBackId: await saveStatement(tx, incidentId, `${input.name}, ${input.role}. Read back: ${input.readBack}`),
    }, await staffNames(tx, file), who);
  });
};
