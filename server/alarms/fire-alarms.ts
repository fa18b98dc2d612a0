// Fires what is due on one incident: once, whichever server comes first, and only while its cause holds.
import type { DataSource } from 'typeorm';
import { alarmKey, minutesAfterReport } from '../../shared/domain/alarm.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { Clock } from '../clock/clock.ts';
import { newTx, type Tx } from '../database/transaction.ts';
import { appendRecorded } from '../events/append.ts';
import type { LogKeys } from '../events/keys.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { recordIncidentEvent } from '../incidents/change-incident.ts';
import { lockFileIfFree } from '../incidents/incident.store.ts';
import { findDueOf, markFired } from './alarm.store.ts';
import { keepWanted, alarmPolicy, wantedAlarms } from './keep-alarms.ts';

export interface AlarmContext { db: DataSource; clock: Clock; keys: LogKeys }

/** Nobody's command: a transaction of the product itself. */
export const byItself = <T>({ db, clock, keys }: AlarmContext, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction((manager) => work(newTx(manager, { actor: NIGHTJAR, now: clock.now(), commandId: null, keys })));

/** Answers how many fired: none where somebody else has the incident, and it is tried again. */
export const fireDue = (context: AlarmContext, incidentId: Id): Promise<number> => byItself(context, async (tx) => {
  const file = await lockFileIfFree(tx, incidentId);
  if (file === null) return 0;
  // Asked again under the lock: another server may have fired it, or a command ended its cause, since it was found.
  const due = await findDueOf(tx, incidentId, tx.now);
  if (due.length === 0) return 0;
  const wanted = await wantedAlarms(tx, file);
  const wantedKeys = new Set(wanted.map(alarmKey));
  const firing = due.filter((alarm) => wantedKeys.has(alarmKey(alarm)));
  const { clocks } = await alarmPolicy(tx, file);
  await markFired(tx, firing.map(({ id }) => id), plusMinutes(tx.now, clocks.climbToSupervisor));
  for (const { id, cause, aboutId, dueAt } of firing) {
    recordIncidentEvent(tx, incidentId, {
      name: 'alarm.fired', at: tx.now, byId: NIGHTJAR.staffId, alarmId: id, cause, aboutId, dueAt, afterMinutes: minutesAfterReport({ cause, aboutId, dueAt }, file.incident.reportedAt),
    });
  }
  // A row that no command would have left, after a change of the rule itself: it is put right, or it would be found for ever.
  if (firing.length < due.length) await keepWanted(tx, file, wanted);
  if (firing.length > 0) await appendRecorded(tx);
  return firing.length;
});
