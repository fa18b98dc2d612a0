// Past calls brought in for look-ups: closed incidents with what was said of them, written many at a time, each with one line on the log.
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { dutyNightOf } from '../../shared/domain/duty-night.ts';
import { dueAtFor, proposeGrade } from '../../shared/domain/grading.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { IncidentEventOf } from '../../shared/domain/incident-event.ts';
import { saveCall } from '../calls/call.store.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { saveOptional, saveStatement } from '../events/append.ts';
import type { CallingSystem } from '../identity/system-key.ts';
import { recordIncidentEvent } from '../incidents/change-incident.ts';
import { insertFile } from '../incidents/incident.store.ts';
import { saveLocation } from '../incidents/location.store.ts';
import { reserveNumbers } from '../incidents/night-number.store.ts';
import { policyNow, type StoredPolicy } from '../incidents/policy.store.ts';
import { atLeastSomebody } from '../incidents/raise-call.ts';
import { savePerson } from '../subjects/person.store.ts';
import type { FileCall } from './call-file.ts';
import { callToRaise } from './to-raise.ts';

export interface PastCall { incidentId: Id; from: FileCall }

/** In the caller's transaction. What one asks does not wait for another: they leave together. */
export async function keepPastCalls(tx: Tx, system: CallingSystem, calls: readonly PastCall[]): Promise<void> {
  if (calls.length === 0) return;
  const policy = await policyNow(tx, tx.now);
  const nights = calls.map(({ from }) => dutyNightOf(from.call.reportedAt));
  const next = await reserveNumbers(tx, nights);
  const numbered = calls.map((past, index) => {
    const night = nights[index] ?? '';
    const number = next.get(night) ?? 1;
    next.set(night, number + 1);
    return { ...past, night, number };
  });
  const events = await Promise.all(numbered.map((past) => keep(tx, system, past, policy)));
  for (const event of events) recordIncidentEvent(tx, event.incidentId, event);
}

async function keep(tx: Tx, system: CallingSystem, { incidentId, from, night, number }: PastCall & { night: string; number: number }, policy: StoredPolicy): Promise<IncidentEventOf<'incident.imported'>> {
  const { beside } = from;
  const call = callToRaise(from.call, beside.door ?? system.door, tx.now);
  const [callId, proposal] = [newId(), proposeGrade(policy.body, call)];
  const [location, summaryId, noteId, people] = await Promise.all([
    call.location === null ? null : saveLocation(tx, incidentId, call.location), saveStatement(tx, incidentId, call.summary), saveOptional(tx, incidentId, beside.outcome),
    Promise.all(atLeastSomebody(call.people).map(async (person) => ({ linkId: newId(), personId: await savePerson(tx, person), isChild: person.isChild }))),
  ]);
  const event: IncidentEventOf<'incident.imported'> = {
    name: 'incident.imported', at: tx.now, byId: system.id, incidentId, callId, night, number, door: call.door, reportedAt: call.reportedAt, raisedById: system.id, raisedDutyId: null, summaryId,
    locationId: location?.id ?? null, districtCode: location?.districtCode ?? null, flags: call.flags, missingRisk: call.missingRisk, answers: call.answers, policyId: policy.id,
    proposedGrade: proposal.grade, proposalReasons: proposal.reasons.map(({ code }) => code), dueAt: dueAtFor(policy.body, beside.grade ?? proposal.grade, call.reportedAt),
    ownerId: system.id, ownerOrganisationId: system.organisationId, people, grade: beside.grade, endedAt: beside.endedAt ?? call.reportedAt, noteId,
  };
  await insertFile(tx, applyAll(null, [event]));
  await saveCall(tx, { id: callId, incidentId, door: call.door, reportedAt: call.reportedAt, caller: call.caller });
  return event;
}
