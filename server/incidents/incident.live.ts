// Incidents on the socket: any event of an incident's log touches it.
import { maySeeIncident, type Viewer } from '../../shared/domain/visibility.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { LiveSource } from '../realtime/live-source.ts';
import { incidentEventOf, loadFiles, openIncidentIds, sightOf } from './incident.store.ts';
import { viewsById, viewsOf } from './incident.view.ts';

export const incidentSource: LiveSource<'incident'> = {
  entity: 'incident',
  touched: (events) => events.map((event) => event.incidentId).filter((id) => id !== null),
  async load(db, ids, now) {
    const stored = await loadFiles(db, ids);
    const views = await viewsOf(db, stored, now);
    return stored.map(({ file }, index) => {
      const [view, sight] = [views[index], sightOf(file)];
      return { id: file.incident.id, view: view === undefined ? null : { entity: 'incident', id: view.id, view }, seenBy: (viewer) => maySeeIncident(viewer, sight) };
    });
  },
  /** Only who could see it until it was restricted is told that it is gone: to all others it never was. */
  lost: (line, viewer, standing) => line.incidentId === standing.id && line.name === 'incident.restricted' && couldSee(line, viewer),
  snapshot: async (db, actor, now) => viewsById(db, await openIncidentIds(db, actor), now),
};

function couldSee(line: LoggedEvent, viewer: Viewer): boolean {
  const event = incidentEventOf(line);
  if (event.name !== 'incident.restricted') return false;
  const working = viewer.roles.some((role) => role === 'coordinator' || role === 'supervisor' || role === 'edt' || role === 'responder');
  return working && (!event.before.restricted || event.before.namedStaffIds.includes(viewer.staffId));
}
