// How every command changes a standing alarm: its incident is locked and must be the actor's to see; the rule decides; the row and the log say what it decided.
import type { Decision } from '../../../shared/domain/decision.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { climbsAt, type AlarmEvent } from '../../../shared/domain/standing-alarm.ts';
import { decided, Refused, type Tx } from '../../database/transaction.ts';
import { recordIncidentEvent } from '../../incidents/change-incident.ts';
import { lockFile } from '../../incidents/incident.store.ts';
import { standingAlarms, type FiredAlarm } from '../alarm.store.ts';
import { holdDuty } from '../../teams/duty.store.ts';
import { alarmPolicy } from '../keep-alarms.ts';
import { saveStanding } from '../standing.store.ts';

export interface Standing { alarm: FiredAlarm; policy: Policy; names: (staffId: Id) => string }

/** Whoever takes an alarm upon themselves is at work in control. */
export async function changeStanding(tx: Tx, incidentId: Id, alarmId: Id, decide: (standing: Standing) => Promise<Decision<AlarmEvent>> | Decision<AlarmEvent>): Promise<void> {
  const { file } = await lockFile(tx, incidentId);
  if (tx.actor.seat !== 'control' || tx.actor.dutyId === null) throw new Refused('not-on-duty');
  await holdDuty(tx, tx.actor.dutyId);
  const alarm = (await standingAlarms(tx, [incidentId])).get(incidentId)?.find(({ id }) => id === alarmId);
  if (alarm === undefined) throw new Refused('alarm-over');
  const policy = await alarmPolicy(tx, file);
  const names = (staffId: Id): string => (staffId === alarm.acknowledgedById ? alarm.acknowledgedBy : staffId === alarm.putOffById ? alarm.putOffBy : null) ?? 'Somebody';
  for (const event of decided(await decide({ alarm, policy, names }))) {
    // Put off, it is loud again at that time, and has the same time to be acknowledged as when it came.
    const from = event.name === 'alarm.putOff' ? event.until : tx.now;
    await saveStanding(tx, alarm, event, climbsAt(alarm, policy, from));
    recordIncidentEvent(tx, incidentId, event);
  }
}
