// Duties and teams on the socket: a duty changes with its own events and with those of the visits that hold it.
import { maySeeDuty, maySeeTeams } from '../../shared/domain/visibility.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { LiveSource } from '../realtime/live-source.ts';
import { dutyVisibleTo, findDuties, findTeams, teamsVisibleTo } from './duty.store.ts';

const textOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
/** What changes who may see the incident that holds somebody, and with it what their duty names. */
const SIGHT_CHANGES: ReadonlySet<string> = new Set(['incident.restricted', 'incident.unrestricted', 'incident.ownerChanged', 'incident.graded', 'assignment.dispatched']);

export const dutySource: LiveSource<'duty'> = {
  entity: 'duty',
  touched: (events) => events.flatMap((event) => (event.entityType === 'duty' ? [event.entityId] : [...textOf(event.payload.dutyId), ...(SIGHT_CHANGES.has(event.name) ? textOf(event.incidentId) : [])])),
  /** By their own ids, and by those of the incidents that hold them. */
  async load(db, ids, now) {
    const heldBy = "SELECT duty_id FROM assignment WHERE incident_id = ANY($1) AND state IN ('dispatched', 'accepted', 'going', 'there')";
    return (await findDuties(db, now, `d.id IN (SELECT unnest($1::uuid[]) UNION ${heldBy})`, [ids])).map((duty) => ({
      id: duty.id, view: (viewer) => (duty.ended ? null : { entity: 'duty', id: duty.id, view: duty.view(viewer) }), seenBy: (viewer) => maySeeDuty(viewer, duty),
      /** The crew that somebody leaves. */
      lostBy: (viewer, event) => event.entityId === duty.id && event.name === 'duty.teamChanged' && textOf(event.payload.fromTeamId).some((teamId) => maySeeDuty(viewer, { ...duty, teamId })),
    }));
  },
  async snapshot(db, actor, now) {
    const parameters: unknown[] = [];
    return (await findDuties(db, now, `d.ended_at IS NULL AND ${dutyVisibleTo(actor, parameters)}`, parameters)).map((duty) => duty.view(actor));
  },
  viewersChanged: (events) => events.filter((event) => event.entityType === 'duty').flatMap((event: LoggedEvent) => textOf(event.payload.staffId)),
};

export const teamSource: LiveSource<'team'> = {
  entity: 'team',
  touched: (events) => events.filter((event) => event.entityType === 'team').map((event) => event.entityId),
  async load(db, ids) {
    return (await findTeams(db, 't.id = ANY($1)', [ids])).map(({ view, ended }) => ({
      id: view.id, view: () => (ended ? null : { entity: 'team', id: view.id, view }), seenBy: maySeeTeams,
    }));
  },
  snapshot: async (db, actor) => (await findTeams(db, `t.disbanded_at IS NULL AND ${teamsVisibleTo(actor)}`, [])).map(({ view }) => view),
};
