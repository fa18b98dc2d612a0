// Quiet until a time, with the reason why; loud again then.
import { decidePutOff } from '../../../shared/domain/standing-alarm.ts';
import type * as routes from '../../../shared/protocol/alarms.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeStanding } from './change-standing.ts';

export const putOffAlarm: Command<typeof routes.putOffAlarm> = (tx, input) =>
  changeStanding(tx, input.incidentId, input.alarmId, async ({ alarm, policy, names }) =>
    decidePutOff(alarm, { until: input.until, reasonId: await saveStatement(tx, input.incidentId, input.reason) }, policy, names, { staffId: tx.actor.staffId, now: tx.now }));
