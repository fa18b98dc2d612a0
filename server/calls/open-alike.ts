// Open incidents that the call being taken may be about already, each with why; what the viewer may not see is not among them.
import { likeness, WORTH_A_LOOK, type Account } from '../../shared/domain/likeness.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Queryable } from '../database/connect.ts';
import { visibleTo } from '../incidents/visible-to.ts';

const SHOWN = 4;

interface OpenRow extends Omit<Account, 'address'> { id: Id; label: string | null; lat: number | null; lon: number | null; isPoint: boolean }

export interface Alike { id: Id; reasons: readonly string[] }

/** Likeliest first. Every open incident is weighed: a night has some tens of them. */
export async function openAlike(db: Queryable, viewer: Viewer, said: Account): Promise<Alike[]> {
  const parameters: unknown[] = [];
  const rows = await db.query<OpenRow[]>(
    `SELECT i.id, i.reported_at AS at, COALESCE((SELECT body FROM statement WHERE id = i.summary_id), '') AS words, l.label, l.lat, l.lon, l.point_cell IS NOT NULL AS "isPoint",
      ARRAY(SELECT s.name FROM incident_person p JOIN subject s ON s.id = p.person_id WHERE p.incident_id = i.id AND s.name IS NOT NULL) AS names,
      ARRAY(SELECT c.phone_e164 FROM call c WHERE c.incident_id = i.id AND c.phone_e164 IS NOT NULL) AS numbers
     FROM incident i LEFT JOIN location l ON l.id = i.location_id WHERE i.state = 'open' AND ${visibleTo(viewer, parameters)}`, parameters);
  return rows.map(({ id, label, lat, lon, isPoint, ...rest }) => ({ id, ...likeness(said, { ...rest, address: label === null ? null : { label, lat, lon, isPoint } }) }))
    .filter(({ score }) => score >= WORTH_A_LOOK).toSorted((a, b) => b.score - a.score).slice(0, SHOWN);
}
