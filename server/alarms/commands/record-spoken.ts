// Who was spoken to about an alarm, and what they said. Whoever rang has it from then on.
import { refuse } from '../../../shared/domain/decision.ts';
import { heldBetween } from '../../../shared/domain/instant.ts';
import { decideSpoken } from '../../../shared/domain/standing-alarm.ts';
import type * as routes from '../../../shared/protocol/alarms.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeStanding } from './change-standing.ts';

export const recordSpoken: Command<typeof routes.recordSpoken> = (tx, input) =>
  changeStanding(tx, input.incidentId, input.alarmId, async ({ alarm }) => (input.at !== null && input.at > tx.now ? refuse('reported-in-future') : decideSpoken(alarm, {
    post: input.post, personId: await saveStatement(tx, input.incidentId, input.name), saidId: await saveStatement(tx, input.incidentId, input.said),
  }, { staffId: tx.actor.staffId, now: heldBetween(alarm.firedAt, input.at ?? tx.now, tx.now) })));
