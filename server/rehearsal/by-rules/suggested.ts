// Who is suggested for a task here: the same ranking as the server's, told the same of the task and of everybody at work.
import { coverLeg } from '../../../shared/domain/cover.ts';
import { onlyFor } from '../../../shared/domain/crew-gender.ts';
import { greatCircleKm, type Point } from '../../../shared/domain/distance.ts';
import { incidentRef, isLive, type Assignment, type Id, type IncidentFile } from '../../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import type { RankFacts, RankPerson, RankTask } from '../../../shared/domain/rank-facts.ts';
import { rankAlone, rankPairs, type Ranked } from '../../../shared/domain/rank-pairs.ts';
import { wouldBreak } from '../../../shared/domain/rest.ts';
import { straightLine } from '../../../shared/domain/travel.ts';
import type { SuggestedCrew } from '../service.ts';
import { usualSkills } from '../usual-skills.ts';
import { POLICY, type County, type Duty, type Kept } from './county.ts';

const { sending, planning, working } = POLICY.body;
/** At the same door. */
const SAME_DOOR_KM = 0.02;

export function suggestedIn(county: County, taskId: Id): SuggestedCrew[] {
  const facts = rankFactsOf(county, taskId);
  const ranked = rankPairs(facts, county.now());
  const lines = ranked.length > 0 ? ranked : sending.soloFirst.includes(facts.task.activity) ? rankAlone(facts, county.now()) : [];
  return lines.map(({ placed }: Ranked) => ({ dutyIds: placed.map(({ person }) => person.dutyId), minutes: placed.map(({ minutes }) => minutes), whole: ranked.length > 0 }));
}

export function rankFactsOf(county: County, taskId: Id): RankFacts {
  const kept = county.kept(county.incidentIdOf(taskId));
  const task = rankTaskOf(county, kept, taskId);
  const travel = straightLine(sending, county.now());
  return { task, sending, people: [...county.duties.values()].filter(({ seat }) => seat !== 'control').map((duty) => rankPersonOf(county, { kept, task, travel }, duty)) };
}

function rankTaskOf(county: County, { file }: Kept, taskId: Id): RankTask {
  const task = file.tasks.find(({ id }) => id === taskId);
  if (task === undefined) throw new Error('A task is ranked that its incident does not have.');
  const { incident, legs, assignments, warnings } = file;
  const own = legs.filter((leg) => leg.taskId === taskId).toSorted((a, b) => a.position - b.position);
  const missing = own.filter((leg) => ['nobody', 'left'].includes(coverLeg(leg, assignments).state));
  return {
    taskId, activity: task.activity, kind: task.kind, missing, standing: own.length - missing.length, dueAt: task.dueAt ?? (incident.attendedAt === null ? incident.dueAt : null), place: placeOf(county, file),
    doubleCrewed: warnings.some(({ kind }) => kind === 'double-crewed-only'), singleGender: warnings.some(({ kind }) => kind === 'single-gender-only'), only: onlyFor(warnings.map(({ kind }) => kind)),
    underWay: assignments.filter((one) => one.taskId === taskId && isLive(one)).flatMap(({ teamId }) => teamId ?? []),
  };
}

function placeOf(county: County, { incident }: IncidentFile): Point | null {
  const located = incident.locationId === null ? undefined : county.locations.get(incident.locationId);
  return located === undefined || located.lat === null || located.lon === null ? null : { lat: located.lat, lon: located.lon };
}

interface Asked { kept: Kept; task: RankTask; travel: ReturnType<typeof straightLine> }

function rankPersonOf(county: County, { kept: { file }, task, travel }: Asked, { id: dutyId, staffId, seat, teamId, startedAt }: Duty): RankPerson {
  const now = county.now();
  const team = teamId === null ? undefined : county.teams.get(teamId);
  const [member, position, held] = [county.members.get(staffId), county.positions.get(dutyId) ?? null, county.held.get(staffId)];
  const drive = position === null || task.place === null ? null : travel(position, task.place);
  const declined = file.assignments.find((one) => one.staffId === staffId && one.taskId === task.taskId && one.state === 'declined');
  const before = [...county.sentTo.get(staffId) ?? []].flatMap((id) => county.files.get(id)?.file ?? []);
  const visits = before.flatMap((one) => one.assignments.filter((visit) => visit.dutyId === dutyId && visit.kind === 'visit' && visit.state !== 'declined' && visit.state !== 'stood-down'));
  return {
    dutyId, staffId, name: county.nameOf(staffId), profession: member?.profession ?? null, skills: usualSkills(member?.profession ?? null), seat: seat === 'edt' ? 'edt' : 'responder', teamId, callSign: team?.callSign ?? null, vehicle: team?.vehicle ?? null,
    onDutySince: startedAt, offDutySince: null, position, travel: drive, visit: held === undefined || !isLive(held.assignment) ? null : visitOf(county, held.assignment, held.incidentId),
    // By the rules alone no certificate ends, nobody says who they are or takes a break, and nobody is held or booked.
    lapsed: [], gender: null, onBreakUntil: null, held: null, booked: null, bookedHere: false,
    overwork: wouldBreak({ startedAt, nextShiftFrom: null }, plusMinutes(now, (drive?.minutes ?? 0) + planning.visitMinutes), working),
    declined: declined?.endedAt == null || declined.declineReason === null ? null : { at: declined.endedAt, reason: declined.declineReason }, replaced: false,
    visitsTonight: visits.length, knowsFamily: before.some((one) => one.assignments.some((visit) => visit.staffId === staffId && visit.thereAt !== null) && isSameDoor(placeOf(county, one), task.place)),
  };
}

/** What holds somebody counts here as a hindrance alone. */
const visitOf = (county: County, { dispatchedAt }: Assignment, incidentId: Id): RankPerson['visit'] =>
  ({ ref: incidentRef(county.kept(incidentId).file.incident), since: dispatchedAt, freeAt: plusMinutes(county.now(), planning.visitMinutes), shown: null });

const isSameDoor = (a: Point | null, b: Point | null): boolean => a !== null && b !== null && greatCircleKm(a, b) < SAME_DOOR_KM;
