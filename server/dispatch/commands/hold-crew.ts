// Holds people for a task: nobody is told, and it runs out by itself.
import { clockTime } from '../../../shared/domain/duty-night.ts';
import { decideHold } from '../../../shared/domain/decide-hold.ts';
import type * as routes from '../../../shared/protocol/holds.ts';
import { newId } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';
import { policyNow } from '../../incidents/policy.store.ts';
import { lockCandidates } from '../candidate.store.ts';

export const holdCrew: Command<typeof routes.holdCrew> = async (tx, input) => {
  const { sending: { holdMinutes } } = (await policyNow(tx, tx.now)).body;
  await changeIncident(tx, await incidentIdOf(tx, 'task', input.taskId), { expectedVersion: input.expectedVersion }, async (file, who) =>
    decideHold(file, input.taskId, await lockCandidates(tx, [...new Set(input.dutyIds)], []), { holdMinutes, newId }, clockTime, who));
};
