// Frees whoever is held and was not sent: at its time, or once they are off duty, on a break or on other work. Nothing sounds; the incident's log says so.
import { decideFree } from '../../shared/domain/decide-hold.ts';
import { byItself, type AlarmContext } from '../alarms/fire-alarms.ts';
import { appendRecorded } from '../events/append.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import { findToFree } from './held.store.ts';

/** Answers how many were freed. */
export async function freeHeld(context: AlarmContext): Promise<number> {
  const over = await findToFree(context.db, context.clock.now());
  for (const { id, incidentId, end } of over) {
    await byItself(context, async (tx) => {
      // Asked again under the lock: what somebody ended meanwhile stays as it ended.
      await changeIncident(tx, incidentId, { unseen: true }, (file, who) => decideFree(file, [id], end, who));
      await appendRecorded(tx);
    });
  }
  return over.length;
}
