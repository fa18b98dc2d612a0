// Every SOS that stands, on the socket: for control, the EDT desk and their own crew. The incident and the place are named to those alone who may see them.
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { maySeeIncident, maySeePosition, maySeeSos, type Viewer } from '../../shared/domain/visibility.ts';
import type { SosView } from '../../shared/protocol/sos-view.ts';
import type { Queryable } from '../database/connect.ts';
import { findSights } from '../incidents/incident.store.ts';
import type { LiveSource } from '../realtime/live-source.ts';

interface Row extends Omit<SosView, 'ref' | 'where' | 'hadBy'> {
  ended: boolean; lat: number | null; lon: number | null; accuracyM: number | null; fixAt: Instant | null; hadById: Id | null; hadByName: string | null; night: string | null; number: number | null;
}

/** What changes who may see the incident that it names. */
const SIGHT_CHANGES: ReadonlySet<string> = new Set(['incident.restricted', 'incident.unrestricted', 'incident.ownerChanged', 'incident.graded', 'assignment.dispatched']);

interface FoundSos { id: Id; ended: boolean; seenBy(viewer: Viewer): boolean; view(viewer: Viewer): SosView }

export async function findEverySos(db: Queryable, where: string, parameters: unknown[]): Promise<FoundSos[]> {
  const rows = await db.query<Row[]>(
    `SELECT s.id, s.staff_id AS "staffId", p.name, s.duty_id AS "dutyId", s.team_id AS "teamId", t.call_sign AS "callSign", s.pressed_at AS "pressedAt", s.heard_at AS "heardAt", s.incident_id AS "incidentId",
      i.night, i.number, s.lat, s.lon, s.accuracy_m AS "accuracyM", s.fix_at AS "fixAt", s.stage, s.came_at AS "cameAt", s.because, s.had_by_id AS "hadById", h.name AS "hadByName", s.had_at AS "hadAt", s.ended_at IS NOT NULL AS ended
     FROM sos s JOIN staff p ON p.id = s.staff_id LEFT JOIN team t ON t.id = s.team_id LEFT JOIN incident i ON i.id = s.incident_id LEFT JOIN staff h ON h.id = s.had_by_id WHERE ${where} ORDER BY s.heard_at, s.id`, parameters);
  const sights = await findSights(db, rows.map(({ incidentId }) => incidentId).filter((id) => id !== null));
  return rows.map(({ ended, lat, lon, accuracyM, fixAt, hadById, hadByName, night, number, ...sos }): FoundSos => {
    const bare: SosView = { ...sos, incidentId: null, ref: null, where: null, hadBy: hadById === null ? null : { staffId: hadById, name: hadByName ?? 'Somebody' } };
    const visit = night === null || number === null ? {} : { incidentId: sos.incidentId, ref: incidentRef({ night, number }) };
    const place = lat === null || lon === null || fixAt === null ? {} : { where: { lat, lon, accuracyM, at: fixAt } };
    // One object for all who see the same.
    const views = { neither: bare, visit: { ...bare, ...visit }, place: { ...bare, ...place }, both: { ...bare, ...visit, ...place } };
    const sight = sos.incidentId === null ? undefined : sights.get(sos.incidentId);
    return {
      id: sos.id, ended, seenBy: (viewer) => maySeeSos(viewer, sos),
      view(viewer) {
        const [seesVisit, seesPlace] = [sight !== undefined && maySeeIncident(viewer, sight), maySeePosition(viewer, sos)];
        return views[seesVisit && seesPlace ? 'both' : seesVisit ? 'visit' : seesPlace ? 'place' : 'neither'];
      },
    };
  });
}

export const sosSource: LiveSource<'sos'> = {
  entity: 'sos',
  touched: (events) => events.flatMap(({ entityType, entityId, name, incidentId }) => (entityType === 'sos' ? [entityId] : SIGHT_CHANGES.has(name) && incidentId !== null ? [incidentId] : [])),
  /** By their own ids, and by those of the incidents that they name. */
  load: async (db, ids) => (await findEverySos(db, 's.id = ANY($1) OR (s.incident_id = ANY($1) AND s.ended_at IS NULL)', [ids])).map((sos) => ({
    id: sos.id, seenBy: sos.seenBy, view: (viewer) => (sos.ended ? null : { entity: 'sos', id: sos.id, view: sos.view(viewer) }),
  })),
  snapshot: async (db, actor) => (await findEverySos(db, 's.ended_at IS NULL', [])).filter((sos) => sos.seenBy(actor)).map((sos) => sos.view(actor)),
};
