// The supervisor: the second person, the manager who decides about a child not seen, and who forms tonight's teams.
import { earliest, minutesBetween, plusMinutes } from '../../../shared/domain/instant.ts';
import * as dispatch from '../../../shared/protocol/dispatch.ts';
import * as routes from '../../../shared/protocol/incidents.ts';
import type { SeenIncident } from '../service.ts';
import type { Shift } from '../shifts.ts';
import { HABITS } from './habits.ts';
import type { Person } from './person.ts';
import { takeCall } from './take-call.ts';
import { shapeTeams } from './teams.ts';

const LOOKS_AGAIN_MINUTES = 3;

export async function supervise(me: Person, shift: Shift): Promise<void> {
  while (me.now() < shift.until) {
    const ringing = coordinatorsAtWork(me) ? undefined : me.night.switchboard.take('control', me.now());
    if (ringing !== undefined) await takeForOwner(me, ringing);
    else if (!((await shapeTeams(me)) || (await decideNext(me)))) await me.news(earliest([plusMinutes(me.now(), LOOKS_AGAIN_MINUTES), shift.until]) ?? shift.until);
    await me.wait(HABITS.hands[0]);
  }
}

const coordinatorsAtWork = (me: Person): boolean => me.night.rotaed('control').some(({ key }) => {
  const other = me.night.people.get(key);
  return other !== undefined && other.staff.roles.includes('coordinator') && other.presence.free();
});

/** Where a real person coordinates, the supervisor answers the phone, and what was rung in is theirs. */
async function takeForOwner(me: Person, ringing: Parameters<typeof takeCall>[1]): Promise<void> {
  await takeCall(me, ringing);
  const incidentId = me.night.incidentOf(ringing.call.key);
  const seated = me.sight().duties.find(({ seat, staffId }) => seat === 'control' && me.night.byStaffId(staffId)?.presence.free() === false);
  if (ringing.kind === 'call' && incidentId !== undefined && seated !== undefined) await me.do(routes.ownIncident, { incidentId, ownerId: seated.staffId });
}

/** What waits for a second person or a manager: each is read for some minutes first. */
async function decideNext(me: Person): Promise<boolean> {
  const now = me.now();
  for (const incident of me.sight().incidents) {
    const request = incident.requests.find(({ state, by }) => state === 'waiting' && by.staffId !== me.staffId);
    const unseen = incident.followUps.find(({ cause, decision }) => cause === 'child-not-seen' && decision === null);
    const waitsFrom = request?.at ?? unseen?.openedAt;
    if (incident.state === 'closed' || waitsFrom === undefined) continue;
    const draw = me.night.chance(me.night.knownOf(incident.id)?.call.key ?? incident.id, 'second person', incident.requests.length, incident.followUps.length);
    if (minutesBetween(waitsFrom, now) < draw.between(...HABITS.secondPerson)) continue;
    if (request !== undefined) return answer(me, incident, request.id, draw.chance(HABITS.agrees));
    if (unseen !== undefined) return (await me.do(dispatch.decideFollowUp, { followUpId: unseen.id, decision: 'manager-satisfied', note: 'The child is with somebody we know, who was spoken to; the day team sees them.' })).done;
  }
  return false;
}

async function answer(me: Person, { id: incidentId }: SeenIncident, requestId: string, agrees: boolean): Promise<boolean> {
  if (agrees && (await me.do(routes.agreeSecond, { incidentId, requestId })).done) return true;
  return (await me.do(routes.refuseSecond, { incidentId, requestId, reason: 'Not on what is known: it stays as it is.' })).done;
}
