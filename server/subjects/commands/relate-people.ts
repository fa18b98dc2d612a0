// Says who one person is to another on the same incident.
import { decideRelate } from '../../../shared/domain/decide-person.ts';
import type * as routes from '../../../shared/protocol/people.ts';
import { newId } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';

export const relatePeople: Command<typeof routes.relatePeople> = async (tx, { incidentId, personId, toId, kind }) => {
  const kinId = newId();
  await changeIncident(tx, incidentId, {}, (file, who) => decideRelate(file, { kinId, personId, toId, kind }, who));
  return { kinId };
};
