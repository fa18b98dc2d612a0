// Which concern within seven days an open incident is: what was reported of the same door before it, by words or by point, in one statement for however many incidents.
import type { Id } from '../../shared/domain/incident-file.ts';
import { REPEAT_DAYS } from '../../shared/domain/repeat-concern.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import { AROUND } from './point-cell.ts';
import { isHere } from './same-door.ts';

interface Pair { id: Id; label: string; lat: number | null; lon: number | null; otherId: Id; otherLabel: string; otherLat: number | null; otherLon: number | null; byPoint: boolean }

/** What is looked at of one incident: a door that is named every hour says no more by the hundredth. */
const MOST = 40;
const DAYS = `interval '${REPEAT_DAYS} days'`;
/** What everybody at the desks may see, so that no count tells of anything else; an event told twice counts once. */
const COUNTS = 'NOT e.restricted AND e.first_graded_at IS NOT NULL AND e.duplicate_of_id IS NULL';

/** Pairs of `i` and `e` at one door; `which` says how they lie to each other in time. */
const pairs = (which: string): string => {
  const at = (door: string, byPoint: boolean): string => `SELECT near.*, ${byPoint} AS by_point FROM (
    SELECT o.label, o.lat, o.lon, e.id FROM location o JOIN incident e ON e.id = o.incident_id AND e.location_id = o.id WHERE ${door} AND e.id <> i.id AND ${which} ORDER BY o.recorded_at DESC LIMIT ${MOST}) near`;
  return `SELECT i.id, l.label, l.lat, l.lon, o.id AS "otherId", o.label AS "otherLabel", o.lat AS "otherLat", o.lon AS "otherLon", o.by_point AS "byPoint"
    FROM incident i JOIN location l ON l.incident_id = i.id CROSS JOIN LATERAL ((${at('o.address_key = l.address_key', false)})
      UNION ALL (SELECT near.* FROM unnest($2::bigint[]) AS step CROSS JOIN LATERAL (${at('o.point_cell = l.point_cell + step', true)}) near)) o WHERE i.id = ANY($1)`;
};
const BEFORE = `${pairs(`o.recorded_at > i.reported_at - ${DAYS} AND e.reported_at > i.reported_at - ${DAYS} AND (e.reported_at, e.id) < (i.reported_at, i.id) AND ${COUNTS}`)} AND i.location_id = l.id AND i.state = 'open'`;
/** At any door that it was ever said to be at: one that was corrected leaves its old one too. */
const AFTER = pairs(`o.recorded_at > i.reported_at AND e.reported_at < i.reported_at + ${DAYS} AND (e.reported_at, e.id) > (i.reported_at, i.id) AND e.state = 'open'`);

async function askPairs(db: Queryable, sql: string, ids: readonly Id[]): Promise<Pair[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<Pair[]>(sql, [ids, AROUND]);
  return rows.filter(({ label, lat, lon, otherLabel, otherLat, otherLon, byPoint }) => isHere({ label, lat, lon }, { label: otherLabel, lat: otherLat, lon: otherLon, byPoint }));
}

/** How many there were before each, by incident; no entry for none. */
export async function countEarlierConcerns(db: Queryable, ids: readonly Id[]): Promise<Map<Id, number>> {
  const found = Map.groupBy(await askPairs(db, BEFORE, ids), ({ id }) => id);
  return new Map([...found].map(([id, before]) => [id, new Set(before.map(({ otherId }) => otherId)).size]));
}

const TELLING: ReadonlySet<string> = new Set(['incident.graded', 'incident.corrected', 'incident.restricted', 'incident.unrestricted', 'incident.reopened']);
/** Whether it counts for those that were reported after it turns on these alone; of an end, where it was the same as another. */
const isTelling = ({ name, payload }: LoggedEvent): boolean => TELLING.has(name) || (name === 'incident.ended' && typeof payload['duplicateOfId'] === 'string');

/** The open incidents whose own count has changed with these events, though none of them is theirs. */
export async function findLaterConcerns(db: Queryable, events: readonly LoggedEvent[]): Promise<Set<Id>> {
  const told = events.filter(isTelling).map(({ incidentId }) => incidentId).filter((id) => id !== null);
  return new Set((await askPairs(db, AFTER, [...new Set(told)])).map(({ otherId }) => otherId));
}

const DESKS: ReadonlySet<string> = new Set(['coordinator', 'supervisor', 'edt']);
/** Who is told which concern it is: whoever may see all that is counted. */
export const isToldConcern = ({ roles }: Viewer): boolean => roles.some((role) => DESKS.has(role));
