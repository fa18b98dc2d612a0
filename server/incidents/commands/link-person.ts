// Adds a person to an incident.
import { accept, refuse } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { newId } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { savePerson } from '../../subjects/person.store.ts';
import { changeIncident } from '../change-incident.ts';

const MOST_PEOPLE = 20;

export const linkPerson: Command<typeof routes.linkPerson> = async (tx, input) => {
  const linkId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    if (file.incident.state === 'closed') return refuse('incident-closed');
    if (file.people.length >= MOST_PEOPLE) return refuse('too-many-people');
    return accept<IncidentEvent>({
      name: 'person.linked', at: tx.now, byId: who.staffId, linkId, personId: await savePerson(tx, input.person), isChild: input.person.isChild,
    });
  });
};
