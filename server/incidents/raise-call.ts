// A call becomes an incident: what was said of it is kept, the proposal stands as its provisional grade, and its clock runs from the report.
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { decideRaise } from '../../shared/domain/decide-grade.ts';
import { missingWhenRaised, UNASSESSED } from '../../shared/domain/decide-missing.ts';
import { accept } from '../../shared/domain/decision.ts';
import { dutyNightOf } from '../../shared/domain/duty-night.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { raiseIncident } from '../../shared/protocol/incidents.ts';
import type { InputOf } from '../../shared/protocol/route.ts';
import { enteredLateMinutes } from '../../shared/domain/late-entry.ts';
import { saveCall } from '../calls/call.store.ts';
import { decided, newId, type Tx } from '../database/transaction.ts';
import { saveStatement } from '../events/append.ts';
import type { NewPerson } from '../subjects/person-facts.ts';
import { savePerson } from '../subjects/person.store.ts';
import { createIncident } from './change-incident.ts';
import { asCompared } from './compared.ts';
import { saveLocation } from './location.store.ts';
import { nextNumber } from './night-number.store.ts';
import type { Owner } from './owner.store.ts';
import { policyNow } from './policy.store.ts';
import { alsoTold } from './told.ts';

export type TakenCall = Omit<InputOf<typeof raiseIncident>, 'commandId' | 'draftId'>;

/** `dutyId`: the duty in which it was taken, where a person took it. */
export async function raiseCall(tx: Tx, call: TakenCall, { incidentId, owner, dutyId }: { incidentId: Id; owner: Owner; dutyId: Id | null }): Promise<IncidentFile> {
  const [callId, night] = [newId(), dutyNightOf(call.reportedAt)];
  const missingRisk = call.missingRisk ?? (call.people.some(isMissing) ? UNASSESSED : null);
  const location = call.location === null ? null : await saveLocation(tx, incidentId, call.location);
  const raised = decided(decideRaise({
    incidentId, callId, night, number: await nextNumber(tx, night), door: call.door, reportedAt: call.reportedAt, raisedDutyId: dutyId,
    summaryId: await saveStatement(tx, incidentId, call.summary), locationId: location?.id ?? null, districtCode: location?.districtCode ?? null, flags: call.flags,
    missingRisk, answers: call.answers, ownerId: owner.staffId, ownerOrganisationId: owner.organisationId,
  }, await policyNow(tx, tx.now), { staffId: tx.actor.staffId, now: tx.now }));
  const links: IncidentEvent[] = [];
  const named: { personId: Id; isMissing: boolean }[] = [];
  for (const person of atLeastSomebody(call.people)) {
    const personId = await savePerson(tx, person);
    named.push({ personId, isMissing: isMissing(person) });
    links.push({ name: 'person.linked', at: tx.now, byId: tx.actor.staffId, linkId: newId(), personId, isChild: person.isChild });
  }
  const missing = missingWhenRaised(named, missingRisk, newId, { staffId: tx.actor.staffId, now: tx.now });
  const late = await saidLate(tx, incidentId, call);
  const compared = await asCompared(tx, applyAll(null, raised), call.alike);
  const file = await createIncident(tx, decided(await alsoTold(tx, null, call.told, accept<IncidentEvent>(...raised, ...links, ...missing, ...late, ...compared))));
  await saveCall(tx, { id: callId, incidentId, door: call.door, reportedAt: call.reportedAt, caller: call.caller });
  return file;
}

/** On the log, where everybody reads it who asks why so little was done in the first hour. */
async function saidLate(tx: Tx, incidentId: Id, { reportedAt, lateBecause }: TakenCall): Promise<IncidentEvent[]> {
  if (lateBecause == null || enteredLateMinutes({ reportedAt, raisedAt: tx.now }) === null) return [];
  return [{ name: 'incident.noted', at: tx.now, byId: tx.actor.staffId, noteId: await saveStatement(tx, incidentId, `Entered late, because: ${lateBecause}`), internal: false }];
}

const isMissing = ({ more }: NewPerson): boolean => more?.whereabouts === 'missing';

const NOBODY_NAMED: NewPerson = { name: null, isChild: false, relation: 'person concerned', bornOn: null, approximateAge: null };
/** Somebody is always concerned: "seen" and "not seen" must have a person to speak of. */
export const atLeastSomebody = (people: readonly NewPerson[]): readonly NewPerson[] => (people.length > 0 ? people : [NOBODY_NAMED]);
