// Sends people: who is free, where they are, and the choice; and gives phone tasks to the EDT desk.
import type { Activity, Need } from '../../../shared/domain/activity.ts';
import { FIRST_POLICY } from '../../../shared/domain/first-policy.ts';
import { minutesBetween, type Instant } from '../../../shared/domain/instant.ts';
import type { Point } from '../../../shared/domain/distance.ts';
import { isLive } from '../../../shared/domain/incident-file.ts';
import * as routes from '../../../shared/protocol/dispatch.ts';
import type { DutyView } from '../../../shared/protocol/views.ts';
import { wallHourOf } from '../../../shared/domain/founding-demand.ts';
import { centreOf } from '../crews.ts';
import type { SeenIncident, Sight } from '../service.ts';
import { chooseCrew, UNKNOWN_MINUTES, type CrewChoice, type FreeHand } from './choose-crew.ts';
import { HABITS } from './habits.ts';
import { nearestUnits } from './nearest-unit.ts';
import type { Person } from './person.ts';
import { missingLegs } from './wishes.ts';

/** Heard only where somebody does. */
const GOES_AHEAD = 'Whoever is near goes ahead; the other leg follows as soon as somebody is free';

/** Whoever has been on longer than any shift has forgotten to book off. */
const LONGEST_DUTY_MINUTES = 10 * 60;

export function freeHands(me: Person, sight: Sight): FreeHand[] {
  const now = me.now();
  return sight.duties.flatMap((duty): FreeHand[] => {
    const { profession, skills, teamId } = duty;
    if (duty.seat !== 'responder' || profession === null || duty.availability !== 'free' || minutesBetween(duty.startedAt, now) > LONGEST_DUTY_MINUTES || me.silent.has(duty.id)) return [];
    return [{ dutyId: duty.id, profession, skills, teamId, at: whereIs(duty, sight) }];
  });
}

/** By the newest position, old or not; before the first, at the middle of their patch. */
function whereIs({ id, teamId }: DutyView, { positions, teams }: Sight): Point | null {
  const team = teams.find((one) => one.id === teamId);
  return positions.get(id) ?? (team === undefined ? null : centreOf(team.districtCodes[0]));
}

export const placeOf = ({ location }: Pick<SeenIncident, 'location'>): Point =>
  location !== null && location.lat !== null && location.lon !== null ? { lat: location.lat, lon: location.lon } : centreOf(location?.districtCode);

/**
 * An urgent visit takes whoever is there, one leg too; only what is far waits, until the warning comes that nobody was sent.
 * A planned one waits for the hours that a family keeps, for a whole crew that is near, and leaves others for what may come.
 */
export async function crewFor(me: Person, sight: Sight, incident: SeenIncident, taskId: string, free = freeHands(me, sight)): Promise<CrewChoice | null> {
  const needs = missingLegs(incident, taskId).map(({ need }): Need => need);
  const choice = me.night.way === 'by-eye' ? chooseCrew(needs, free, placeOf(incident)) : me.night.way === 'nearest-unit' ? nearestUnits(needs, free, placeOf(incident)) : await firstSuggested(me, taskId, needs, free);
  if (choice === null || (choice.covers < needs.length && !mayGoAhead(incident, taskId))) return null;
  if (incident.grade === 2) return choice.firstMinutes <= HABITS.farMinutes || minutesBetween(incident.reportedAt, me.now()) >= FIRST_POLICY.warnMinutes.grade2Unallocated ? choice : null;
  return choice.covers === needs.length && choice.lastMinutes <= HABITS.nearMinutes && leavesOthers(me, sight, free, choice) && isCivil(me.now()) ? choice : null;
}

/** The first line whose people answer: who has been silent is in the ranking still, and whoever sends knows better. */
async function firstSuggested(me: Person, taskId: string, needs: readonly Need[], free: readonly FreeHand[]): Promise<CrewChoice | null> {
  if (free.length === 0) return null;
  const line = (await me.presence.suggested(taskId)).find(({ dutyIds }) => dutyIds.every((id) => free.some(({ dutyId }) => dutyId === id)));
  if (line === undefined) return null;
  const minutes = line.minutes.map((one) => one ?? UNKNOWN_MINUTES);
  return { dutyIds: line.dutyIds, covers: line.whole ? needs.length : line.dutyIds.length, firstMinutes: Math.min(...minutes), lastMinutes: Math.max(...minutes) };
}

/** Somebody is on it already, or the policy lets one leg go ahead. */
const mayGoAhead = ({ tasks, assignments }: SeenIncident, taskId: string): boolean =>
  assignments.some((one) => one.taskId === taskId && isLive(one)) || FIRST_POLICY.sending.soloFirst.some((activity: Activity) => tasks.some((task) => task.id === taskId && task.activity === activity));

export function isCivil(now: Instant): boolean {
  const { hour } = wallHourOf(now);
  return hour >= HABITS.plannedHours[0] && hour < HABITS.plannedHours[1];
}

/** Of three crews at work one stays free for what is urgent, of six two. */
function leavesOthers(me: Person, { duties }: Sight, free: readonly FreeHand[], { dutyIds }: CrewChoice): boolean {
  const atWork = new Set(duties.filter(({ seat, id }) => seat === 'responder' && !me.silent.has(id)).map(({ teamId, id }) => teamId ?? id));
  const taken = new Set(dutyIds.map((id) => free.find(({ dutyId }) => dutyId === id)?.teamId));
  const left = new Set(free.filter(({ dutyId, teamId }) => !dutyIds.includes(dutyId) && !taken.has(teamId)).map(({ teamId, dutyId }) => teamId ?? dutyId));
  return left.size >= Math.floor(atWork.size / HABITS.crewsForOneFree);
}

export async function send(me: Person, incident: SeenIncident, taskId: string): Promise<boolean> {
  const choice = await crewFor(me, me.sight(), incident, taskId);
  if (choice === null) return false;
  // Without pairs the nearest one goes, and the board asks for the next; where nobody may go ahead alone, each leg's nearest at once.
  const dutyIds = me.night.way === 'nearest-unit' && mayGoAhead(incident, taskId) ? choice.dutyIds.slice(0, 1) : choice.dutyIds;
  return (await me.do(routes.dispatchCrew, { taskId, expectedVersion: incident.version, dutyIds: [...dutyIds], insteadOf: [], reason: null, soloBecause: GOES_AHEAD })).done;
}

/** A phone task is the EDT desk's: their own, or whoever came on last, who stays longest. */
export async function ringRound(me: Person, incident: SeenIncident, taskId: string): Promise<boolean> {
  const duties = me.sight().duties.filter(({ seat }) => seat === 'edt');
  const duty = duties.find(({ staffId }) => staffId === me.staffId) ?? duties.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
  if (duty === undefined) return false;
  return (await me.do(routes.dispatchCrew, { taskId, expectedVersion: incident.version, dutyIds: [duty.id], insteadOf: [], reason: null })).done;
}
