// Raises an incident from a call. The clock runs from the report; whoever raises it owns it until somebody on duty takes it.
import { applyAll } from '../../../shared/domain/apply-incident.ts';
import { accept } from '../../../shared/domain/decision.ts';
import { decideRaise } from '../../../shared/domain/decide-grade.ts';
import { missingWhenRaised, UNASSESSED } from '../../../shared/domain/decide-missing.ts';
import { dutyNightOf } from '../../../shared/domain/duty-night.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { claimDraft, spendDraft } from '../../calls/call-draft.store.ts';
import { saveCall } from '../../calls/call.store.ts';
import { decided, newId, Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import type { NewPerson } from '../../subjects/person-facts.ts';
import { savePerson } from '../../subjects/person.store.ts';
import { asCompared } from '../compared.ts';
import { createIncident } from '../change-incident.ts';
import { saveLocation } from '../location.store.ts';
import { policyNow } from '../policy.store.ts';
import { alsoTold } from '../told.ts';
import { nextNumber } from '../night-number.store.ts';
import { ownerForRaised } from '../owner.store.ts';

export const raiseIncident: Command<typeof routes.raiseIncident> = async (tx, input) => {
  if (tx.actor.dutyId === null) throw new Refused('not-on-duty');
  // Held until the end: nobody books off while becoming an owner.
  const duties = await tx.query<unknown[]>('SELECT 1 FROM duty WHERE id = $1 AND ended_at IS NULL FOR SHARE', [tx.actor.dutyId]);
  if (duties.length === 0) throw new Refused('not-on-duty');
  if (input.draftId !== undefined) {
    const before = await claimDraft(tx, input.draftId);
    if (before !== null) return { incidentId: before };
  }
  const [incidentId, callId, night] = [newId(), newId(), dutyNightOf(input.reportedAt)];
  const owner = await ownerForRaised(tx);
  const isMissing = ({ more }: NewPerson): boolean => more?.whereabouts === 'missing';
  const missingRisk = input.missingRisk ?? (input.people.some(isMissing) ? UNASSESSED : null);
  const location = input.location === null ? null : await saveLocation(tx, incidentId, input.location);
  const raised = decided(decideRaise({
    incidentId, callId, night, number: await nextNumber(tx, night), door: input.door, reportedAt: input.reportedAt, raisedDutyId: tx.actor.dutyId,
    summaryId: await saveStatement(tx, incidentId, input.summary), locationId: location?.id ?? null, districtCode: location?.districtCode ?? null, flags: input.flags,
    missingRisk, answers: input.answers, ownerId: owner.staffId, ownerOrganisationId: owner.organisationId,
  }, await policyNow(tx, tx.now), { staffId: tx.actor.staffId, now: tx.now }));
  const people = input.people.length > 0 ? input.people : [NOBODY_NAMED];
  const links: IncidentEvent[] = [];
  const named: { personId: Id; isMissing: boolean }[] = [];
  for (const person of people) {
    const personId = await savePerson(tx, person);
    named.push({ personId, isMissing: isMissing(person) });
    links.push({ name: 'person.linked', at: tx.now, byId: tx.actor.staffId, linkId: newId(), personId, isChild: person.isChild });
  }
  const missing = missingWhenRaised(named, missingRisk, newId, { staffId: tx.actor.staffId, now: tx.now });
  const compared = await asCompared(tx, applyAll(null, raised), input.alike);
  await createIncident(tx, decided(await alsoTold(tx, null, input.told, accept<IncidentEvent>(...raised, ...links, ...missing, ...compared))));
  await saveCall(tx, { id: callId, incidentId, door: input.door, reportedAt: input.reportedAt, caller: input.caller });
  if (input.draftId !== undefined) await spendDraft(tx, input.draftId, incidentId);
  return { incidentId };
};

/** Somebody is always concerned: "seen" and "not seen" must have a person to speak of. */
const NOBODY_NAMED: NewPerson = { name: null, isChild: false, relation: 'person concerned', bornOn: null, approximateAge: null };
