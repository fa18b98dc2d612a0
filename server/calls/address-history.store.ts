// Incidents at one door, newest first: by its key, and by a point that somebody set within a few steps of it.
import { addressKey, type Address } from '../../shared/domain/address-key.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { WarningKind } from '../../shared/domain/incident-words.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import { cellsAround } from '../incidents/point-cell.ts';
import { isHere, type Located } from '../incidents/same-door.ts';
import { visibleTo } from '../incidents/visible-to.ts';

/** An incident that a look-up found; a duplicate is no concern of its own. */
export interface Found { id: Id; reportedAt: Instant; isDuplicate: boolean }
export interface WarningRow { id: Id; kind: WarningKind; source: string | null; approvedBy: string; at: Instant; reviewAt: Instant; night: string; number: number }

/** More than is shown, so that it can be said that there are more. */
export const LOOKED_AT = 21;

/** Null where no door is named and no point set. */
const termsOf = (address: Address, ownPoint: boolean): { key: string | null; cells: number[] } | null => {
  const key = addressKey(address.label);
  const cells = ownPoint && address.lat !== null && address.lon !== null ? cellsAround(address.lat, address.lon) : [];
  return key === null && cells.length === 0 ? null : { key, cells };
};

const WHERE = 'l.label, l.lat, l.lon';
const CURRENT = 'JOIN incident i ON i.id = l.incident_id AND i.location_id = l.id';

/** Newest first, at most one more than is looked at; null where there is no door to look for. */
export async function incidentsAt(db: Queryable, viewer: Viewer, address: Address, ownPoint: boolean): Promise<Found[] | null> {
  const terms = termsOf(address, ownPoint);
  if (terms === null) return null;
  const parameters: unknown[] = [terms.key, terms.cells];
  const seen = visibleTo(viewer, parameters);
  const found = `i.id, i.reported_at AS "reportedAt", i.duplicate_of_id IS NOT NULL AS "isDuplicate", ${WHERE}`;
  const rows = await db.query<(Found & Located)[]>(
    `(SELECT ${found}, false AS "byPoint" FROM location l ${CURRENT} WHERE l.address_key = $1 AND ${seen} ORDER BY l.recorded_at DESC LIMIT ${LOOKED_AT * 2})
     UNION ALL
     (SELECT near.* FROM unnest($2::bigint[]) AS cell CROSS JOIN LATERAL (
        SELECT ${found}, true AS "byPoint" FROM location l ${CURRENT} WHERE l.point_cell = cell AND ${seen} ORDER BY l.recorded_at DESC LIMIT ${LOOKED_AT}) near)`, parameters);
  const here = new Map(rows.filter((row) => isHere(address, row)).map(({ id, reportedAt, isDuplicate }) => [id, { id, reportedAt, isDuplicate }]));
  return [...here.values()].toSorted((a, b) => (a.reportedAt < b.reportedAt ? 1 : -1)).slice(0, LOOKED_AT);
}

const WARNING = `w.id, w.kind, (SELECT body FROM statement WHERE id = w.source_id) AS source, (SELECT name FROM staff WHERE id = w.approved_by_id) AS "approvedBy", w.at, w.review_at AS "reviewAt", i.night, i.number`;

/** Every one that was ever recorded there, however long ago: past its review date it asks for review, and does not vanish. */
export async function warningsAt(db: Queryable, viewer: Viewer, address: Address, ownPoint: boolean): Promise<WarningRow[]> {
  const terms = termsOf(address, ownPoint);
  if (terms === null) return [];
  const parameters: unknown[] = [terms.key, terms.cells];
  const rows = await db.query<(WarningRow & Located)[]>(
    `SELECT ${WARNING}, ${WHERE}, l.address_key IS DISTINCT FROM $1 AS "byPoint" FROM location l ${CURRENT} JOIN warning w ON w.incident_id = i.id
     WHERE (l.address_key = $1 OR l.point_cell = ANY($2)) AND ${visibleTo(viewer, parameters)} ORDER BY w.at DESC, w.id`, parameters);
  return rows.filter((row) => isHere(address, row)).map(({ label: _l, lat: _a, lon: _o, byPoint: _b, ...warning }) => warning);
}

/** Those that were recorded on these incidents, each with which one. */
export async function warningsOn(db: Queryable, viewer: Viewer, incidentIds: readonly Id[]): Promise<(WarningRow & { incidentId: Id })[]> {
  if (incidentIds.length === 0) return [];
  const parameters: unknown[] = [incidentIds];
  return db.query(`SELECT ${WARNING}, i.id AS "incidentId" FROM warning w JOIN incident i ON i.id = w.incident_id WHERE w.incident_id = ANY($1) AND ${visibleTo(viewer, parameters)} ORDER BY w.at DESC, w.id`, parameters);
}

export interface FoundCheckRow { id: Id; source: string; at: Instant; whom: string | null; night: string; number: number }

/** What a source once knew of the address, or of somebody named there; what it said was said for that visit, and is not repeated. `whom` null: of the address. */
export async function checksFoundAt(db: Queryable, viewer: Viewer, address: Address, ownPoint: boolean): Promise<FoundCheckRow[]> {
  const terms = termsOf(address, ownPoint);
  if (terms === null) return [];
  const parameters: unknown[] = [terms.key, terms.cells];
  const rows = await db.query<(FoundCheckRow & Located)[]>(
    `SELECT c.id, s.name AS source, c.ended_at AS at, p.name AS whom, i.night, i.number, ${WHERE}, l.address_key IS DISTINCT FROM $1 AS "byPoint"
     FROM location l ${CURRENT} JOIN source_check c ON c.incident_id = i.id AND c.state = 'answered' AND c.result = 'found' AND (c.location_id IS NULL OR c.location_id = l.id)
     JOIN check_source s ON s.code = c.source LEFT JOIN subject p ON p.id = c.person_id
     WHERE (l.address_key = $1 OR l.point_cell = ANY($2)) AND ${visibleTo(viewer, parameters)} ORDER BY c.ended_at DESC, c.id`, parameters);
  return rows.filter((row) => isHere(address, row)).map(({ label: _l, lat: _a, lon: _o, byPoint: _b, ...check }) => check);
}

/** What a source once knew of anybody named on these incidents. */
export async function checksFoundOn(db: Queryable, viewer: Viewer, incidentIds: readonly Id[]): Promise<FoundCheckRow[]> {
  if (incidentIds.length === 0) return [];
  const parameters: unknown[] = [incidentIds];
  return db.query(
    `SELECT c.id, s.name AS source, c.ended_at AS at, p.name AS whom, i.night, i.number FROM source_check c JOIN incident i ON i.id = c.incident_id JOIN check_source s ON s.code = c.source JOIN subject p ON p.id = c.person_id
     WHERE c.incident_id = ANY($1) AND c.state = 'answered' AND c.result = 'found' AND ${visibleTo(viewer, parameters)} ORDER BY c.ended_at DESC, c.id`, parameters);
}
