// Not the same person after all: the link ends, and stays readable.
import { decideUnmatch } from '../../../shared/domain/decide-person.ts';
import type * as routes from '../../../shared/protocol/people.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';

export const unmatchPerson: Command<typeof routes.unmatchPerson> = async (tx, { incidentId, matchId, reason }) => {
  await changeIncident(tx, incidentId, {}, async (file, who) => decideUnmatch(file, { matchId, reasonId: await saveStatement(tx, incidentId, reason) }, who));
};
