// Handovers and overnight notes on the socket.
import { maySeeHandover } from '../../shared/domain/visibility.ts';
import { incidentEventOf } from '../incidents/incident.store.ts';
import type { LiveSource } from '../realtime/live-source.ts';
import { findHandovers, findNotes } from './handover.store.ts';

/** Taken-over and rejected ones stay on the desk for this long. */
const SHOWN_HOURS = 36;
const RECENT = `(h.state = 'sent' OR h.ended_at > $1::timestamptz - interval '${SHOWN_HOURS} hours')`;
/** What befalls the incident and changes how its handovers look, or who may see them. */
const OF_THE_INCIDENT: ReadonlySet<string> = new Set(['incident.restricted', 'incident.unrestricted', 'incident.ownerChanged', 'incident.graded', 'incident.assessed', 'incident.corrected', 'assignment.corrected']);

export const handoverSource: LiveSource<'handover'> = {
  entity: 'handover',
  /** By incident, all its handovers together: whoever takes one over becomes the owner, and may then see the others. */
  touched: (events) => events.filter((event) => event.entityType === 'handover' || OF_THE_INCIDENT.has(event.name)).map((event) => event.incidentId).filter((id) => id !== null),
  load: async (db, ids) => (await findHandovers(db, null, '(h.id = ANY($1) OR h.incident_id = ANY($1))', [ids])).map(({ view, seenBy }) => ({
    id: view.id, view: () => ({ entity: 'handover', id: view.id, view }), seenBy,
    lostBy(viewer, line) {
      const event = incidentEventOf(line);
      return line.incidentId === view.incidentId && event.name === 'incident.restricted' && maySeeHandover(viewer, { receivingTeamId: view.receivingTeamId, ...event.before });
    },
  })),
  snapshot: async (db, actor, now) => (await findHandovers(db, actor, RECENT, [now])).map(({ view }) => view),
};

export const overnightNoteSource: LiveSource<'overnightNote'> = {
  entity: 'overnightNote',
  touched: (events) => events.filter((event) => event.entityType === 'overnightNote').map((event) => event.entityId),
  load: async (db, ids, now) => (await findNotes(db, 'n.id = ANY($1)', [ids], now)).map(({ view, standing, seenBy }) => ({
    id: view.id, view: () => (standing ? { entity: 'overnightNote', id: view.id, view } : null), seenBy,
  })),
  snapshot: async (db, actor, now) => (await findNotes(db, 'n.ended_at IS NULL AND n.expires_at > $1', [now], now)).filter(({ seenBy }) => seenBy(actor)).map(({ view }) => view),
};
