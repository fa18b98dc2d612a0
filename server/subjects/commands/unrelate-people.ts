// Takes back who one person was said to be to another.
import { decideUnrelate } from '../../../shared/domain/decide-person.ts';
import type * as routes from '../../../shared/protocol/people.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';

export const unrelatePeople: Command<typeof routes.unrelatePeople> = async (tx, { incidentId, kinId }) => {
  await changeIncident(tx, incidentId, {}, (file, who) => decideUnrelate(file, kinId, who));
};
