// Duties and teams on the socket: a duty changes with its own events and with those of the visits that hold it.
import { maySeeDuty, maySeeTeams } from '../../shared/domain/visibility.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { LiveSource } from '../realtime/live-source.ts';
import { dutyVisibleTo, findDuties, findTeams, teamsVisibleTo } from './duty.store.ts';

const textOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

export const dutySource: LiveSource<'duty'> = {
  entity: 'duty',
  touched: (events) => events.flatMap((event) => (event.entityType === 'duty' ? [event.entityId] : textOf(event.payload.dutyId))),
  async load(db, ids) {
    return (await findDuties(db, 'd.id = ANY($1)', [ids])).map(({ view, ended }) => ({
      id: view.id, view: ended ? null : { entity: 'duty', id: view.id, view }, seenBy: (viewer) => maySeeDuty(viewer, view),
    }));
  },
  async snapshot(db, actor) {
    const parameters: unknown[] = [];
    return (await findDuties(db, `d.ended_at IS NULL AND ${dutyVisibleTo(actor, parameters)}`, parameters)).map(({ view }) => view);
  },
  viewersChanged: (events) => events.filter((event) => event.entityType === 'duty').flatMap((event: LoggedEvent) => textOf(event.payload.staffId)),
};

export const teamSource: LiveSource<'team'> = {
  entity: 'team',
  touched: (events) => events.filter((event) => event.entityType === 'team').map((event) => event.entityId),
  async load(db, ids) {
    return (await findTeams(db, 't.id = ANY($1)', [ids])).map(({ view, ended }) => ({
      id: view.id, view: ended ? null : { entity: 'team', id: view.id, view }, seenBy: maySeeTeams,
    }));
  },
  snapshot: async (db, actor) => (await findTeams(db, `t.disbanded_at IS NULL AND ${teamsVisibleTo(actor)}`, [])).map(({ view }) => view),
};
