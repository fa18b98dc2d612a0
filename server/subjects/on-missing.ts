// Reports about somebody missing: on whose incident, when it happened, and who may say so.
import type { Reporter } from '../../shared/domain/decide-attendance.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import { incidentIdOf } from '../incidents/incident.store.ts';

interface Reported { missingId: Id; at?: Instant | null; device?: { at: Instant; offsetMs: number } | undefined }
type Decide = (file: IncidentFile, who: Reporter) => Decision<IncidentEvent> | Promise<Decision<IncidentEvent>>;

/** Whoever is or was sent may report after the end of duty too: a fact must reach the log. To all others an incident that they may not see is not there. */
export async function reportOnMissing(tx: Tx, input: Reported, decide: Decide): Promise<void> {
  const incidentId = await incidentIdOf(tx, 'missing_person', input.missingId);
  const own = await tx.query<unknown[]>('SELECT 1 FROM assignment WHERE incident_id = $1 AND staff_id = $2 LIMIT 1', [incidentId, tx.actor.staffId]);
  if (input.at !== undefined && input.at !== null && input.at > tx.now) throw new Refused('reported-in-future');
  await changeIncident(tx, incidentId, { unseen: own.length > 0 && input.device !== undefined }, (file, who) =>
    decide(file, { ...who, happenedAt: happenedAt(tx, input), fromDevice: input.device !== undefined }));
}

const happenedAt = (tx: Tx, { at, device }: Reported): Instant => at ?? (device === undefined ? tx.now : instantOf(Date.parse(device.at) + device.offsetMs));
