// Nothing reaches a role that may not see it: every view, every "gone" and every position of every message, judged at the place in the log it was read at.
import type { Change } from '../../shared/protocol/live.ts';
import type { History, Message, Rule } from './history.ts';
import { mayRoleSeeDuty, mayRoleSeeHandover, mayRoleSeeIncident, mayRoleSeeNight, mayRoleSeeNote, mayRoleSeeSilentSources, mayRoleSeeTeams, type ViewerThen } from './sight-of-role.ts';
import { timelinesOf, type Timelines } from './timelines.ts';

/** Over the socket a sight that has ended is off within two seconds, as the product states; a request is judged by who asks at that moment. */
const STATED_MS = 2_000;
const NO_DUTY = { seq: 0, staffId: '', teamId: null };

export const sight: Rule = {
  name: 'nothing reaches a role that may not see it',
  findings(history) {
    const times = timelinesOf(history);
    const committedBy = knownBy(history);
    const viewerOf = new Map(history.screens.map(({ id, staffId }) => [id, staffId]));
    return history.messages.flatMap((message) => {
      const all = times.viewers(viewerOf.get(message.screen) ?? '');
      const viewers = all.filter((viewer, index) => {
        const next = all[index + 1];
        const lag = message.kind === 'snapshot' ? 0 : STATED_MS;
        return viewer.at <= message.at && (next === undefined || message.sentAfter <= committedBy(next.seq) + lag);
      });
      return unseen(message, viewers, all, times).map((what) => `screen ${message.screen} was sent ${what} (${message.kind})`);
    });
  },
};

function unseen(message: Message, viewers: readonly ViewerThen[], ever: readonly ViewerThen[], times: Timelines): string[] {
  if (message.kind === 'heartbeat') return [];
  if (message.kind === 'positions') return message.dutyIds.filter((id) => !viewers.some((viewer) => times.duties(id).some((duty) => mayRoleSeeDuty(viewer, duty)))).map((id) => `the position of duty ${id}`);
  return message.changes.flatMap((change) => {
    if ('gone' in change) return ever.some((viewer) => couldEverSee(viewer, change, times, message.seq)) ? [] : [`that ${change.entity} ${change.id} is gone, which it never could see`];
    const seeing = viewers.filter((viewer) => maySee(viewer, change, times, message.seq));
    if (seeing.length === 0) return [`${change.entity} ${change.id} as of ${message.seq} in the log`];
    return concealed(change, seeing, times, message.seq);
  });
}

function maySee(viewer: ViewerThen, { entity, id }: Change, times: Timelines, seq: number): boolean {
  switch (entity) {
    case 'incident': { const incident = times.incident(id, seq); return incident !== null && mayRoleSeeIncident(viewer, incident); }
    case 'duty': return mayRoleSeeDuty(viewer, times.duty(id, seq) ?? NO_DUTY);
    case 'team': return mayRoleSeeTeams(viewer);
    case 'handover': { const handover = times.handover(id); const incident = times.incident(handover?.incidentId ?? '', seq); return handover !== null && incident !== null && mayRoleSeeHandover(viewer, handover.receivingTeamId, incident); }
    case 'night': return mayRoleSeeNight(viewer);
    // Nobody presses one in these nights: whatever is told of one is told wrongly.
    case 'sos': return false;
    case 'silentSource': return mayRoleSeeSilentSources(viewer);
    case 'overnightNote': return mayRoleSeeNote(viewer, times.note(id)?.receivingTeamId ?? '');
  }
}

/** "Gone" tells that it was there: to those alone who could see it at some time. */
function couldEverSee(viewer: ViewerThen, change: Change, times: Timelines, upTo: number): boolean {
  const moments = change.entity === 'incident' ? times.incidents(change.id) : change.entity === 'duty' ? times.duties(change.id) : change.entity === 'handover' ? times.incidents(times.handover(change.id)?.incidentId ?? '') : [{ seq: upTo }];
  return moments.some(({ seq }) => seq <= upTo && maySee(viewer, change, times, seq));
}

/** A view may name another thing: a duty the incident that holds it, an incident the one that it doubles. */
function concealed(change: Change, viewers: readonly ViewerThen[], times: Timelines, seq: number): string[] {
  if (!('view' in change)) return [];
  if (change.entity === 'duty' && change.view.incidentId !== null) {
    const incident = times.incident(change.view.incidentId, seq);
    return incident !== null && viewers.some((viewer) => mayRoleSeeIncident(viewer, incident)) ? [] : [`the incident that holds duty ${change.id}`];
  }
  if (change.entity === 'incident' && change.view.duplicateOfId !== null) {
    return times.incident(change.view.duplicateOfId, seq)?.restricted === true ? [`that ${change.id} doubles a restricted incident`] : [];
  }
  return [];
}

/** By when a line was surely committed: somebody had been told of it, or of a later one. */
function knownBy({ messages, commands }: History): (seq: number) => number {
  const told = [...messages.flatMap((message) => ('seq' in message ? [{ seq: message.seq, at: message.at }] : [])), ...commands.flatMap(({ tries }) => tries.flatMap(({ answer, answeredAt }) => {
    const seq: unknown = answer?.status === 200 && typeof answer.body === 'object' && answer.body !== null ? Reflect.get(answer.body, 'seq') : undefined;
    return typeof seq === 'number' ? [{ seq, at: answeredAt }] : [];
  }))].toSorted((a, b) => b.seq - a.seq);
  let earliest = Number.POSITIVE_INFINITY;
  const byPlace = told.map(({ seq, at }) => ({ seq, at: (earliest = Math.min(earliest, at)) }));
  // The last of those at or after the place is the earliest of them all.
  return (seq) => byPlace.findLast((one) => one.seq >= seq)?.at ?? Number.POSITIVE_INFINITY;
}
