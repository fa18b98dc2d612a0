// An alarm that nobody has acknowledged goes on, at its time, from the coordinator to the supervisor to the people on call: once, whichever server comes first.
import type { IncidentEventOf } from '../../shared/domain/incident-event.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { climbsAt, nextStage } from '../../shared/domain/standing-alarm.ts';
import { appendRecorded } from '../events/append.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { recordIncidentEvent } from '../incidents/change-incident.ts';
import { lockFileIfFree } from '../incidents/incident.store.ts';
import { standingAlarms } from './alarm.store.ts';
import { byItself, type AlarmContext } from './fire-alarms.ts';
import { alarmPolicy } from './keep-alarms.ts';
import { findClimbingOf, hasSupervisorOnDuty, lookAgainAt, saveStanding } from './standing.store.ts';

/** Answers how many climbed: none where somebody else has the incident, and it is tried again. */
export const climbDue = (context: AlarmContext, incidentId: Id): Promise<number> => byItself(context, async (tx) => {
  const file = await lockFileIfFree(tx, incidentId);
  if (file === null) return 0;
  // Asked again under the lock: another server may have done it, or somebody may have acknowledged it, since it was found.
  const due = await findClimbingOf(tx, incidentId, tx.now);
  if (due.size === 0) return 0;
  const [policy, supervisorOnDuty] = [await alarmPolicy(tx, file), await hasSupervisorOnDuty(tx, file.incident)];
  let climbed = 0;
  for (const alarm of (await standingAlarms(tx, [incidentId])).get(incidentId) ?? []) {
    if (!due.has(alarm.id)) continue;
    const next = nextStage(alarm, supervisorOnDuty);
    if (next === null) {
      await lookAgainAt(tx, alarm.id, plusMinutes(tx.now, policy.clocks.climbToSupervisor));
      continue;
    }
    const event: IncidentEventOf<'alarm.climbed'> = { name: 'alarm.climbed', at: tx.now, byId: NIGHTJAR.staffId, alarmId: alarm.id, cause: alarm.cause, ...next };
    await saveStanding(tx, alarm, event, climbsAt({ cause: alarm.cause, stage: next.to }, policy, tx.now));
    recordIncidentEvent(tx, incidentId, event);
    climbed += 1;
  }
  if (climbed > 0) await appendRecorded(tx);
  return climbed;
});
