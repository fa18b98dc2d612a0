// Restricts an incident to named people, or lifts that; to all others it does not exist.
import { decideRestrict } from '../../../shared/domain/decide-incident.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const restrictIncident: Command<typeof routes.restrictIncident> = async (tx, input) => {
  const [known] = await tx.query<{ count: number }[]>('SELECT count(*) FROM staff WHERE id = ANY($1)', [input.staffIds]);
  if (known?.count !== new Set(input.staffIds).size) throw new Refused('not-found');
  await changeIncident(tx, input.incidentId, {}, async (file, who) =>
    decideRestrict(file, input.staffIds, await saveStatement(tx, input.incidentId, input.reason), who));
};
