// Ends a duty that somebody has forgotten to end: what they hold goes to whoever ends it, by name; when they left is as it was learnt, and why it is ended for them is on the log.
import type * as routes from '../../../shared/protocol/duties.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { Refused } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { lockDuty } from '../duty.store.ts';
import { endDuty } from '../end-duty.ts';
import { handEverythingOn } from '../hand-everything-on.ts';

interface Forgotten { staffId: Id; name: string; startedAt: Instant; forgottenAt: Instant | null }

export const endForgotten: Command<typeof routes.endForgotten> = async (tx, { dutyId, leftAt, reason }) => {
  const [duty] = await tx.query<Forgotten[]>(
    'SELECT d.staff_id AS "staffId", s.name, d.started_at AS "startedAt", d.forgotten_at AS "forgottenAt" FROM duty d JOIN staff s ON s.id = d.staff_id WHERE d.id = $1 AND d.ended_at IS NULL', [dutyId]);
  if (duty === undefined) throw new Refused('duty-over');
  if (duty.forgottenAt === null || duty.staffId === tx.actor.staffId) throw new Refused('duty-not-forgotten', { who: duty.name });
  if (leftAt < duty.startedAt || leftAt > tx.now) throw new Refused('left-when');
  await handEverythingOn(tx, duty.staffId, tx.actor.staffId);
  const reasonId = await saveStatement(tx, null, reason);
  await endDuty(tx, duty.staffId, () => lockDuty(tx, dutyId), { leftAt, reasonId });
};
