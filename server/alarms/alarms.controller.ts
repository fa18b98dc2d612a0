// Alarms: a line a route.
import * as routes from '../../shared/protocol/alarms.ts';
import { controllerOf, doing } from '../http/handle.ts';
import { acknowledgeAlarm } from './commands/acknowledge-alarm.ts';
import { putOffAlarm } from './commands/put-off-alarm.ts';
import { recordSpoken } from './commands/record-spoken.ts';

export const AlarmsController = controllerOf(
  doing(routes.acknowledgeAlarm, acknowledgeAlarm),
  doing(routes.putOffAlarm, putOffAlarm),
  doing(routes.recordSpoken, recordSpoken),
);
