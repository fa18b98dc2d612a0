// Says that a person is the same as in another record that one may see: a link with who, when and why. Neither record is changed.
import { decideMatch } from '../../../shared/domain/decide-person.ts';
import type * as routes from '../../../shared/protocol/people.ts';
import { newId, Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { areMatched, maySeePerson } from '../match.store.ts';

export const matchPerson: Command<typeof routes.matchPerson> = async (tx, { incidentId, personId, otherId, reason }) => {
  const matchId = newId();
  await changeIncident(tx, incidentId, {}, async (file, who) => {
    if (!await maySeePerson(tx, tx.actor, otherId)) throw new Refused('not-found');
    return decideMatch(file, { matchId, personId, otherId, matchedAlready: await areMatched(tx, personId, otherId), reasonId: await saveStatement(tx, incidentId, reason) }, who);
  });
  return { matchId };
};
