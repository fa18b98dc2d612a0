// Incidents of any age as lines beside a call: one query for however many, and only those that the viewer may see.
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { PastIncident } from '../../shared/protocol/call-lookups.ts';
import type { Queryable } from '../database/connect.ts';
import { districtName } from '../incidents/lookups.ts';
import { visibleTo } from '../incidents/visible-to.ts';

const HEADING_LENGTH = 160;
const MOST_NAMES = 4;

interface PastRow extends Omit<PastIncident, 'ref' | 'heading' | 'district' | 'open'> { night: string; number: number; state: 'open' | 'closed'; summary: string | null; districtCode: string | null }

export async function pastIncidents(db: Queryable, viewer: Viewer, ids: readonly Id[]): Promise<Map<Id, PastIncident>> {
  if (ids.length === 0) return new Map();
  const parameters: unknown[] = [[...new Set(ids)]];
  const rows = await db.query<PastRow[]>(
    `SELECT i.id, i.night, i.number, i.reported_at AS "reportedAt", i.door, i.grade, i.state, i.ending, i.ended_at AS "endedAt", i.district_code AS "districtCode",
      (SELECT body FROM statement WHERE id = i.summary_id) AS summary, (SELECT name FROM staff WHERE id = i.owner_id) AS owner,
      ARRAY(SELECT s.name FROM incident_person p JOIN subject s ON s.id = p.person_id WHERE p.incident_id = i.id AND s.name IS NOT NULL ORDER BY NOT p.is_child, s.name LIMIT ${MOST_NAMES}) AS people,
      ARRAY(SELECT t.outcome FROM task t WHERE t.incident_id = i.id AND t.outcome IS NOT NULL ORDER BY t.outcome_at) AS outcomes
     FROM incident i WHERE i.id = ANY($1) AND ${visibleTo(viewer, parameters)}`, parameters);
  return new Map(rows.map(({ night, number, state, summary, districtCode, ...row }) => [row.id, {
    ...row, ref: incidentRef({ night, number }), open: state === 'open', heading: (summary ?? '(this text was erased)').slice(0, HEADING_LENGTH), district: districtName(districtCode),
  }]));
}
