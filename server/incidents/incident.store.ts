// All the SQL of an incident's file: load, lock, save what changed, and replay from the log.
import type { EntitySchema } from 'typeorm';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import type { Id, IncidentFile } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import type { IncidentSight } from '../../shared/domain/visibility.ts';
import { isLive } from '../../shared/domain/incident-file.ts';
import type { Queryable } from '../database/connect.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { CheckRow } from '../checks/check.row.ts';
import { MeetingPointRow, ReservationRow, SoloFirstRow, WarningReadRow } from '../dispatch/sending.row.ts';
import { BookedVisitRow, FamilyWindowRow } from '../planning/visit.row.ts';
import { AssignmentRow, DowngradeRequestRow, FollowUpRow, HandoverRow, IncidentRow, KinRow, LegRow, MissingPersonRow, PersonLinkRow, PersonMatchRow, ReturnInterviewStepRow, RiskFactRow, TaskRow, WarningRow } from './incident.row.ts';
import { AdviceRow, ClosedNewsRow, ClosedReviewRow, InstructionRow, LeadRow, PromiseRow, ReassessmentRow } from './owed.row.ts';
import { PartingRow, StayRow } from './stay.row.ts';
import { storedIncident, upcast } from './upcast.ts';
import { visibleTo } from './visible-to.ts';

export interface StoredFile { file: IncidentFile; version: number }

/** In the order in which they are written: what others point to first. */
const PARTS = {
  people: PersonLinkRow, tasks: TaskRow, legs: LegRow, assignments: AssignmentRow, followUps: FollowUpRow, requests: DowngradeRequestRow, handovers: HandoverRow, warnings: WarningRow, checks: CheckRow,
  promises: PromiseRow, advice: AdviceRow, leads: LeadRow, instructions: InstructionRow, reassessments: ReassessmentRow, news: ClosedNewsRow, reviews: ClosedReviewRow,
  kin: KinRow, matches: PersonMatchRow, missing: MissingPersonRow, riskFacts: RiskFactRow, interviewSteps: ReturnInterviewStepRow, visits: BookedVisitRow, windows: FamilyWindowRow, stays: StayRow, partings: PartingRow, solos: SoloFirstRow, meetings: MeetingPointRow, reservations: ReservationRow, warningReads: WarningReadRow,
} as const satisfies Record<Exclude<keyof IncidentFile, 'incident'>, EntitySchema>;
type PartName = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as PartName[];
const PART_ORDER: Record<PartName, string> = {
  people: 'person_id', tasks: 'added_at, id', legs: 'task_id, position', assignments: 'dispatched_at, id', followUps: 'opened_at, id', requests: 'at, id', handovers: 'sent_at, id', warnings: 'at, id', checks: 'asked_at, id',
  promises: 'made_at, id', advice: 'at, id', leads: 'at, id', instructions: 'at, id', reassessments: 'asked_at, id', news: 'arrived_at, id', reviews: 'at, id',
  kin: 'id', matches: 'at, id', missing: 'reported_at, id', riskFacts: 'at, id', interviewSteps: 'at, id', visits: 'from_at, id', windows: 'said_at, id', stays: 'id', partings: 'told_at, id', solos: 'since, id', meetings: 'set_at, id', reservations: 'held_at, id', warningReads: 'read_at, id',
};

/** As many queries as there are tables, however many incidents, asked together. */
export async function loadFiles(db: Queryable, ids: readonly Id[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const [incidents, ...rows] = await Promise.all([
    selectRows(db, IncidentRow, 'id', ids, 'id'),
    ...PART_NAMES.map((name) => selectRows<object & { incidentId: Id }>(db, PARTS[name] as EntitySchema<object & { incidentId: Id }>, 'incident_id', ids, PART_ORDER[name])),
  ]);
  const parts = new Map(PART_NAMES.map((name, index) => [name, Map.groupBy(rows[index] ?? [], (row) => row.incidentId)]));
  return incidents.map(({ version, ...incident }) => ({ version, file: { incident: storedIncident(incident), ...partsOf(parts, incident.id) } }));
}

function partsOf(parts: Map<PartName, Map<Id, object[]>>, incidentId: Id): Omit<IncidentFile, 'incident'> {
  const entries = PART_NAMES.map((name) => [name, (parts.get(name)?.get(incidentId) ?? []).map((row) => withoutIncidentId(row))]);
  return Object.fromEntries(entries) as Omit<IncidentFile, 'incident'>;
}
const withoutIncidentId = (row: object): object => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'incidentId'));

async function selectRows<T extends object>(db: Queryable, schema: EntitySchema<T>, column: string, ids: readonly Id[], order: string): Promise<T[]> {
  const columns = Object.entries(schema.options.columns).map(([property, options]) => `${columnName(options, property)} AS "${property}"`).join(', ');
  return db.query<T[]>(`SELECT ${columns} FROM ${schema.options.tableName} WHERE ${column} = ANY($1) ORDER BY ${order}`, [ids]);
}
const columnName = (options: unknown, property: string): string => {
  const name: unknown = typeof options === 'object' && options !== null ? Reflect.get(options, 'name') : undefined;
  return typeof name === 'string' ? name : property;
};

/** Locks the incident for this transaction; what is not there and what is not the actor's to see are one answer. */
export async function lockFile(tx: Tx, incidentId: Id, options: { expectedVersion?: number; unseen?: boolean } = {}): Promise<StoredFile> {
  const parameters: unknown[] = [incidentId];
  const sight = options.unseen === true ? 'true' : visibleTo(tx.actor, parameters);
  const rows = await tx.query<{ version: number }[]>(`SELECT i.version FROM incident i WHERE i.id = $1 AND ${sight} FOR UPDATE OF i`, parameters);
  if (rows[0] === undefined) throw new Refused('not-found');
  const [stored] = await loadFiles(tx, [incidentId]);
  if (stored === undefined) throw new Refused('not-found');
  if (options.expectedVersion !== undefined && options.expectedVersion !== stored.version) throw new Refused('stale', { what: await lastChange(tx, incidentId) });
  return stored;
}

/** For what nobody asked for: another transaction that has the incident goes first, and the answer is null. */
export async function lockFileIfFree(tx: Tx, incidentId: Id): Promise<IncidentFile | null> {
  const rows = await tx.query<unknown[]>('SELECT FROM incident WHERE id = $1 FOR UPDATE SKIP LOCKED', [incidentId]);
  return rows.length === 0 ? null : (await loadFiles(tx, [incidentId]))[0]?.file ?? null;
}

/** Who, and when it reached us: a note changes nothing that anybody decides on, and who has an alarm neither. */
async function lastChange(db: Queryable, incidentId: Id): Promise<string> {
  const [row] = await db.query<{ name: string; at: Instant }[]>(
    `SELECT s.name, e.received_at AS at FROM event e JOIN staff s ON s.id = e.actor
     WHERE e.incident_id = $1 AND e.name NOT IN ('incident.noted', 'incident.reportedLate') AND e.entity_type NOT IN ('alarm', 'check', 'crew', 'stay', 'reservation') ORDER BY e.seq DESC LIMIT 1`, [incidentId]);
  return row === undefined ? 'it was changed' : `${row.name} changed it at ${clockTime(row.at)}`;
}

export async function insertFile(tx: Tx, file: IncidentFile): Promise<void> {
  await tx.manager.insert(IncidentRow, { ...file.incident, version: 1 } as never);
  await saveParts(tx, null, file);
}

/** Writes what apply changed and nothing else. A note bumps no version, nor does a question put to a source, a check-in or holding somebody: they take nobody's decision away. */
export async function saveFile(tx: Tx, before: StoredFile, after: IncidentFile): Promise<void> {
  await saveParts(tx, before.file, after);
  if (PART_NAMES.every((name) => name === 'checks' || name === 'stays' || name === 'partings' || name === 'reservations' || name === 'warningReads' || after[name] === before.file[name]) && after.incident === before.file.incident) return;
  const changed = Object.entries(after.incident).filter(([key, value]) => Reflect.get(before.file.incident, key) !== value);
  await tx.manager.update(IncidentRow, { id: after.incident.id }, { ...Object.fromEntries(changed), version: before.version + 1 } as never);
}

async function saveParts(tx: Tx, before: IncidentFile | null, after: IncidentFile): Promise<void> {
  for (const name of PART_NAMES) {
    const known = new Map((before?.[name] ?? []).map((item) => [item.id, item]));
    for (const item of after[name]) {
      const old = known.get(item.id);
      if (old === item) continue;
      const row = { ...item, incidentId: after.incident.id };
      if (old === undefined) await tx.manager.insert(PARTS[name], row as never);
      else await tx.manager.update(PARTS[name], { id: item.id }, row as never);
    }
  }
}

/** What the visibility rule looks at. */
export const sightOf = ({ incident, assignments }: Pick<IncidentFile, 'incident' | 'assignments'>): IncidentSight => ({
  restricted: incident.restricted, namedStaffIds: incident.namedStaffIds, graded: incident.firstGradedAt !== null, raisedById: incident.raisedById, ownerId: incident.ownerId, raisedDutyId: incident.raisedDutyId,
  assignments: assignments.map((assignment) => ({ staffId: assignment.staffId, dutyId: assignment.dutyId, live: isLive(assignment) })),
});

/** Two queries, for whoever asks who may see an incident and nothing else of it. */
export async function findSights(db: Queryable, ids: readonly Id[]): Promise<Map<Id, IncidentSight>> {
  if (ids.length === 0) return new Map();
  const incidents = await selectRows(db, IncidentRow, 'id', ids, 'id');
  const assignments = Map.groupBy(await selectRows(db, AssignmentRow, 'incident_id', ids, PART_ORDER.assignments), ({ incidentId }) => incidentId);
  return new Map(incidents.map((incident) => [incident.id, sightOf({ incident, assignments: assignments.get(incident.id) ?? [] })]));
}

const NOT_OF_THE_EVENT = new Set(['digests']);
/** A line of the log as the event that `apply` folds. */
export const incidentEventOf = (line: LoggedEvent): IncidentEvent =>
  upcast({ name: line.name, at: line.occurredAt, byId: line.actor, ...Object.fromEntries(Object.entries(line.payload).filter(([key]) => !NOT_OF_THE_EVENT.has(key))) } as IncidentEvent);

export const replay = (lines: readonly LoggedEvent[]): IncidentFile => applyAll(null, lines.map(incidentEventOf));

export async function incidentIdOf(db: Queryable, table: 'task' | 'leg' | 'assignment' | 'follow_up' | 'missing_person' | 'handover', id: Id): Promise<Id> {
  const [row] = await db.query<{ incident_id: Id }[]>(`SELECT incident_id FROM ${table} WHERE id = $1`, [id]);
  if (row === undefined) throw new Refused('not-found');
  return row.incident_id;
}

/** What control has to work on: every open incident, and the closed ones on which news waits. */
export async function openIncidentIds(db: Queryable, viewer: Parameters<typeof visibleTo>[0]): Promise<Id[]> {
  const parameters: unknown[] = [];
  const rows = await db.query<{ id: Id }[]>(`SELECT i.id FROM incident i WHERE i.id IN (SELECT id FROM incident WHERE state = 'open' UNION ALL SELECT incident_id FROM closed_news WHERE decision IS NULL) AND ${visibleTo(viewer, parameters)}`, parameters);
  return rows.map((row) => row.id);
}

