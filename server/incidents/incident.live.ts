// Incidents on the socket: any event of an incident's log touches it.
import type { Incident } from '../../shared/domain/incident-file.ts';
import { maySeeIncident, type IncidentSight, type Viewer } from '../../shared/domain/visibility.ts';
import type { Change } from '../../shared/protocol/live.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { LiveSource } from '../realtime/live-source.ts';
import { incidentEventOf, loadFiles, openIncidentIds, sightOf } from './incident.store.ts';
import { viewsById, viewsFor } from './incident.view.ts';
import { findLaterConcerns, isToldConcern } from './repeat.store.ts';

export const incidentSource: LiveSource<'incident'> = {
  entity: 'incident',
  // What comes in with its end was on no screen and is on none: a hundred thousand of them would drown the night’s own.
  touched: (events) => events.filter(({ name }) => name !== 'incident.imported').map((event) => event.incidentId).filter((id) => id !== null),
  async load(db, ids, now) {
    const stored = await loadFiles(db, ids);
    const views = await viewsFor(db, stored, now);
    return stored.map(({ file: { incident, assignments } }, index) => {
      const sight = sightOf({ incident, assignments });
      const viewed = (viewer: Viewer): Change | null => {
        const view = views[index]?.(viewer);
        return view === undefined ? null : { entity: 'incident', id: view.id, view };
      };
      return {
        id: incident.id, view: viewed, seenBy: (viewer) => maySeeIncident(viewer, sight),
        lostBy: (viewer, line) => line.incidentId === incident.id && couldSee(viewer, line, incident, sight),
      };
    });
  },
  async beside(db, events, now) {
    const later = await findLaterConcerns(db, events);
    const standings = later.size === 0 ? [] : await incidentSource.load(db, [...later], now);
    return standings.map((standing) => ({ ...standing, seenBy: (viewer) => isToldConcern(viewer) && standing.seenBy(viewer) }));
  },
  snapshot: async (db, actor, now) => viewsById(db, actor, await openIncidentIds(db, actor), now),
};

/** Only who could see it until it was restricted, or that was lifted, or it was given away or taken over, is told that it is gone: to all others it never was. */
function couldSee(viewer: Viewer, line: LoggedEvent, incident: Incident, sight: IncidentSight): boolean {
  const event = incidentEventOf(line);
  if (event.name === 'incident.ownerChanged' || event.name === 'handover.takenOver') return event.fromId !== null && maySeeIncident(viewer, { ...sight, ownerId: event.fromId });
  if (event.name !== 'incident.restricted' && event.name !== 'incident.unrestricted') return false;
  return maySeeIncident(viewer, { ...sight, ...event.before, graded: incident.firstGradedAt !== null && incident.firstGradedAt <= event.at });
}
