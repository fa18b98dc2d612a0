// Somebody has it: the alarm is quiet until its cause is over. Of two at once the first has it, and the other hears who.
import { decideAcknowledge } from '../../../shared/domain/standing-alarm.ts';
import type * as routes from '../../../shared/protocol/alarms.ts';
import type { Command } from '../../http/handle.ts';
import { changeStanding } from './change-standing.ts';

export const acknowledgeAlarm: Command<typeof routes.acknowledgeAlarm> = (tx, input) =>
  changeStanding(tx, input.incidentId, input.alarmId, ({ alarm, names }) => decideAcknowledge(alarm, names, { staffId: tx.actor.staffId, now: tx.now }));
