// How every command changes an incident: lock, decide, apply, save, record. The rule decides; this writes what it decided.
import type { Decision } from '../../shared/domain/decision.ts';
import type { Who } from '../../shared/domain/decide-grade.ts';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { keepAlarms } from '../alarms/keep-alarms.ts';
import { askedByItself } from '../checks/ask-by-itself.ts';
import { keepCheckWork } from '../checks/check-work.store.ts';
import { record } from '../events/append.ts';
import { decided, type Tx } from '../database/transaction.ts';
import { arriving } from './closed-news.store.ts';
import { setStays } from './set-stays.ts';
import { insertFile, lockFile, saveFile, type StoredFile } from './incident.store.ts';

export interface ChangeOptions { expectedVersion?: number; /** Only where the route has its own rule of who may see it. */ unseen?: boolean }

export async function changeIncident(
  tx: Tx, incidentId: Id, options: ChangeOptions, decide: (file: IncidentFile, who: Who) => Decision<IncidentEvent> | Promise<Decision<IncidentEvent>>,
): Promise<IncidentFile> {
  const stored = await lockFile(tx, incidentId, options);
  return write(tx, stored, decided(await decide(stored.file, { staffId: tx.actor.staffId, now: tx.now })));
}

export async function write(tx: Tx, stored: StoredFile, decidedEvents: readonly IncidentEvent[]): Promise<IncidentFile> {
  if (decidedEvents.length === 0) return stored.file;
  const asked = await askedByItself(tx, applyAll(stored.file, decidedEvents), decidedEvents);
  const done = [...decidedEvents, ...asked, ...await arriving(tx, stored.file, decidedEvents)];
  const events = [...done, ...await setStays(tx, stored.file, applyAll(stored.file, done))];
  const after = applyAll(stored.file, events);
  await saveFile(tx, stored, after);
  await keepAlarms(tx, stored.file, after);
  await keepCheckWork(tx, after.incident.id, events);
  for (const event of events) recordIncidentEvent(tx, stored.file.incident.id, event);
  return after;
}

export async function createIncident(tx: Tx, decidedEvents: readonly IncidentEvent[]): Promise<IncidentFile> {
  const events = [...decidedEvents, ...await askedByItself(tx, applyAll(null, decidedEvents), decidedEvents)];
  const file = applyAll(null, events);
  await insertFile(tx, file);
  await keepAlarms(tx, null, file);
  await keepCheckWork(tx, file.incident.id, events);
  for (const event of events) recordIncidentEvent(tx, file.incident.id, event);
  return file;
}

export function recordIncidentEvent(tx: Tx, incidentId: Id, event: IncidentEvent): void {
  const { name, at, byId, ...payload } = event;
  record(tx, { name, at, byId, entityType: entityTypeOf(name), entityId: entityIdOf(event, incidentId), incidentId, payload });
}

/** What the event is about, where that is neither the incident nor its work. */
const OWN_ID = ['promiseId', 'adviceId', 'leadId', 'instructionId', 'reassessId', 'newsId', 'reviewId', 'partingId'] as const;
const entityTypeOf = (name: IncidentEvent['name']): string => name.slice(0, name.indexOf('.'));
function entityIdOf(event: IncidentEvent, incidentId: Id): Id {
  if ('alarmId' in event) return event.alarmId;
  if ('checkId' in event) return event.checkId;
  if ('reservationId' in event) return event.reservationId;
  if ('assignmentId' in event && event.assignmentId !== null) return event.assignmentId;
  if ('handoverId' in event) return event.handoverId;
  if ('followUpId' in event) return event.followUpId;
  if ('requestId' in event && event.name.startsWith('downgrade.') && event.requestId !== null) return event.requestId;
  if ('bookingId' in event) return event.bookingId;
  if ('taskId' in event) return event.taskId;
  const own = OWN_ID.map((key): unknown => Reflect.get(event, key)).find((id) => typeof id === 'string');
  if (typeof own === 'string') return own;
  return incidentId;
}
