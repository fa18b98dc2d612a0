// Takes people who are on the way elsewhere and sends them here: both incidents locked in the order of their ids, as both were shown.
import { decideDispatch, decideTakeAway } from '../../../shared/domain/decide-dispatch.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import type * as routes from '../../../shared/protocol/suggestions.ts';
import { decided, Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { write } from '../../incidents/change-incident.ts';
import { incidentIdOf, lockFile, type StoredFile } from '../../incidents/incident.store.ts';
import { staffNames } from '../../incidents/lookups.ts';
import { lockCandidates } from '../candidate.store.ts';
import { termsOf } from '../sending-terms.ts';

export const divertCrew: Command<typeof routes.divertCrew> = async (tx, input) => {
  const toId = await incidentIdOf(tx, 'task', input.taskId);
  if (toId === input.fromIncidentId) throw new Refused('not-found');
  const versions: readonly (readonly [Id, number])[] = [[toId, input.expectedVersion], [input.fromIncidentId, input.fromVersion]];
  const locked = new Map<Id, StoredFile>();
  for (const [id, expectedVersion] of versions.toSorted(([a], [b]) => (a < b ? -1 : 1))) locked.set(id, await lockFile(tx, id, { expectedVersion }));
  const [from, to] = [locked.get(input.fromIncidentId), locked.get(toId)];
  if (from === undefined || to === undefined) throw new Refused('not-found');

  const who = { staffId: tx.actor.staffId, now: tx.now };
  const assignmentIds = [...new Set(input.assignmentIds)];
  const reasonId = await saveStatement(tx, input.fromIncidentId, input.reason);
  const left = decided(decideTakeAway(from.file, { assignmentIds, reasonId }, clockTime, await staffNames(tx, from.file), who));
  await write(tx, from, left);
  const dutyIds = assignmentIds.flatMap((id) => from.file.assignments.find((assignment) => assignment.id === id)?.dutyId ?? []);
  await write(tx, to, decided(decideDispatch(to.file, input.taskId, await lockCandidates(tx, dutyIds, assignmentIds), clockTime, who, await termsOf(tx, toId, input))));
};
