// Tells everybody who is out on a Grade 1 what to do; each reads and confirms it on their own tablet.
import { decideInstruct } from '../../../shared/domain/instruction.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { newId } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const instructCrew: Command<typeof routes.instructCrew> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, (file, who) => decideInstruct(file, input.crewOrder, newId, who));
};
