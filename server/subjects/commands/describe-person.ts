// Says more of a person, or corrects it: a new version beside those before, and never over one that was not seen.
import { decideDescribePerson } from '../../../shared/domain/decide-person.ts';
import type * as routes from '../../../shared/protocol/people.ts';
import { Refused } from '../../database/transaction.ts';
import { saveOptional } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { findPeople, saveFacts } from '../person.store.ts';
import { lastDescribed } from '../version.store.ts';

export const describePerson: Command<typeof routes.describePerson> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    if (!file.people.some(({ personId }) => personId === input.personId)) throw new Refused('not-found');
    const beforeId = (await findPeople(tx, [input.personId])).get(input.personId)?.factsId ?? null;
    if (beforeId !== input.expectedFactsId) throw new Refused('stale', { what: await lastDescribed(tx, input.personId) });
    return decideDescribePerson(file, {
      personId: input.personId, factsId: await saveFacts(tx, input.personId, input.person), beforeId, isChild: input.person.isChild, reasonId: await saveOptional(tx, input.incidentId, input.reason),
    }, who);
  });
};
