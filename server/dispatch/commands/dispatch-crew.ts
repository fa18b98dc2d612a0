// Sends people on duty to a task; with `insteadOf`, those are stood down in the same transaction.
import { applyAll } from '../../../shared/domain/apply-incident.ts';
import { accept, type Decision } from '../../../shared/domain/decision.ts';
import { decideDispatch, decideStandDown } from '../../../shared/domain/decide-dispatch.ts';
import { decideFree } from '../../../shared/domain/decide-hold.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import { isControl } from '../../../shared/domain/visibility.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import { Refused, type Tx } from '../../database/transaction.ts';
import { saveOptional, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';
import { lockCandidates } from '../candidate.store.ts';
import { heldElsewhere, lockIncidentsInOrder } from '../held.store.ts';
import { termsOf } from '../sending-terms.ts';
import type { Id, IncidentFile } from '../../../shared/domain/incident-file.ts';

export const dispatchCrew: Command<typeof routes.dispatchCrew> = async (tx, input) => {
  if (input.insteadOf.length > 0 && input.reason === null) throw new Refused('rationale-needed');
  const incidentId = await incidentIdOf(tx, 'task', input.taskId);
  if (input.takeHeld !== undefined && input.takeHeld.length > 0 && isControl(tx.actor)) await takeHeld(tx, incidentId, input.dutyIds, input.takeHeld);
  await changeIncident(tx, incidentId, { expectedVersion: input.expectedVersion }, async (file, who) => {
    mayDispatch(tx, file, input);
    const [aloneBecause, despiteBecause] = [input.aloneBecause ?? null, input.despiteBecause ?? null];
    if ((aloneBecause !== null || despiteBecause !== null) && !tx.actor.roles.includes('supervisor')) throw new Refused('not-your-role', { who: 'a supervisor' });
    const freed: Decision<IncidentEvent> = input.insteadOf.length === 0 || input.reason === null
      ? accept() : decideStandDown(file, { assignmentIds: input.insteadOf, reasonId: await saveStatement(tx, incidentId, input.reason) }, clockTime, who);
    if (!freed.accepted) return freed;
    const candidates = await lockCandidates(tx, [...new Set(input.dutyIds)], input.insteadOf);
    const sent = decideDispatch(freed.events.length === 0 ? file : applyAll(file, freed.events), input.taskId, candidates, clockTime, who, {
      ...await termsOf(tx, incidentId, input), aloneReasonId: await saveOptional(tx, incidentId, aloneBecause), despiteReasonId: await saveOptional(tx, incidentId, despiteBecause), before: file,
    });
    return sent.accepted ? accept<IncidentEvent>(...freed.events, ...sent.events) : sent;
  });
};

/** Whoever is held for other work, as it was shown, is taken from it: by whoever may see that work, and nobody who was not named. */
async function takeHeld(tx: Tx, incidentId: Id, dutyIds: readonly Id[], reservationIds: readonly Id[]): Promise<void> {
  const held = Map.groupBy(await heldElsewhere(tx, { dutyIds, reservationIds, incidentId }), (one) => one.incidentId);
  await lockIncidentsInOrder(tx, [incidentId, ...held.keys()]);
  for (const [otherId, ones] of held) await changeIncident(tx, otherId, {}, (file, who) => decideFree(file, ones.map(({ id }) => id), 'taken', who));
}

/** EDT works phone tasks itself, sends nobody else and stands nobody down (docs/practice.md, Who may see what). */
function mayDispatch(tx: Tx, file: IncidentFile, input: { taskId: string; dutyIds: readonly string[]; insteadOf: readonly string[] }): void {
  if (isControl(tx.actor)) return;
  const isOwnPhoneTask = file.tasks.find(({ id }) => id === input.taskId)?.kind === 'phone' && input.dutyIds.every((id) => id === tx.actor.dutyId) && input.insteadOf.length === 0;
  if (!isOwnPhoneTask) throw new Refused('not-your-role', { who: 'the coordinator' });
}
