// Whoever ends their duty leaves no alarm in nobody's hands: what they had is loud again at once, and climbs by its clock.
import type { Id } from '../../shared/domain/incident-file.ts';
import { climbsAt, releasedBy } from '../../shared/domain/standing-alarm.ts';
import type { Tx } from '../database/transaction.ts';
import { recordIncidentEvent } from '../incidents/change-incident.ts';
import { lockFile } from '../incidents/incident.store.ts';
import { standingAlarms } from './alarm.store.ts';
import { alarmPolicy } from './keep-alarms.ts';
import { saveStanding } from './standing.store.ts';

/** The incidents with an alarm that they have, by id, as every command locks incidents. */
export const findAlarmed = async (tx: Tx, staffId: Id): Promise<Id[]> =>
  (await tx.query<{ id: Id }[]>('SELECT DISTINCT incident_id AS id FROM alarm WHERE acknowledged_by_id = $1 AND ended_at IS NULL ORDER BY incident_id', [staffId])).map(({ id }) => id);

/** Before the duty is locked. One whose incident they may not see any more too: it is nobody's to keep. */
export async function releaseAlarms(tx: Tx, staffId: Id): Promise<void> {
  for (const incidentId of await findAlarmed(tx, staffId)) {
    const { file } = await lockFile(tx, incidentId, { unseen: true });
    const policy = await alarmPolicy(tx, file);
    for (const alarm of (await standingAlarms(tx, [incidentId])).get(incidentId) ?? []) {
      if (alarm.acknowledgedById !== staffId) continue;
      const event = releasedBy(alarm, { staffId, now: tx.now });
      await saveStanding(tx, alarm, event, climbsAt(alarm, policy, tx.now));
      recordIncidentEvent(tx, incidentId, event);
    }
  }
}
