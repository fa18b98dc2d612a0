// Read and confirmed on the tablet, by the one who was told. Sight is the instruction itself: a fact must reach the log even after book-off.
import { decideReadInstruction } from '../../../shared/domain/instruction.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { happenedAt } from '../../events/happened-at.ts';
import { changeIncident } from '../change-incident.ts';

export const readInstruction: Command<typeof routes.readInstruction> = async (tx, input) => {
  const own = await tx.query<unknown[]>('SELECT 1 FROM instruction WHERE id = $1 AND incident_id = $2 AND staff_id = $3', [input.instructionId, input.incidentId, tx.actor.staffId]);
  if (own.length === 0) throw new Refused('not-found');
  await changeIncident(tx, input.incidentId, { unseen: true }, (file, who) => decideReadInstruction(file, input.instructionId, { ...who, happenedAt: happenedAt(tx, input.device) }));
};
