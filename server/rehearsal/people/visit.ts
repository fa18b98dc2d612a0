// One visit, from the notification to the car again; taken up at whatever step it stands, as after a seat is given back.
import { isLive } from '../../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import type { DeclineReason } from '../../../shared/domain/incident-words.ts';
import * as routes from '../../../shared/protocol/dispatch.ts';
import * as stays from '../../../shared/protocol/stays.ts';
import type { Seeded } from '../calls/seeded.ts';
import type { SeenIncident } from '../service.ts';
import { findCar } from './car.ts';
import { drive } from './drive.ts';
import { HABITS } from './habits.ts';
import type { Person } from './person.ts';
import { placeOf } from './send.ts';
import { isWrongAddress } from './wishes.ts';

type Assignment = SeenIncident['assignments'][number];
export interface Visit { incident: SeenIncident; assignment: Assignment }

const DECLINED_BECAUSE: readonly (readonly [DeclineReason, number])[] = [['too-far', 3], ['conflict', 3], ['unsafe', 2], ['unwell', 1]];
const OTHER_LEG_PATIENCE_MINUTES = 60;

export const visitOf = (me: Person): Visit | undefined => {
  for (const incident of me.sight().incidents) {
    const assignment = incident.assignments.find((one) => one.staffId === me.staffId && isLive(one));
    if (assignment !== undefined) return { incident, assignment };
  }
  return undefined;
};

/** Others of the same team on the same task: they share the car, and one tablet answers for both. */
export const partnersOf = ({ incident, assignment }: Visit): Assignment[] => assignment.teamId === null ? [] : incident.assignments
  .filter((one) => one.id !== assignment.id && one.taskId === assignment.taskId && one.teamId === assignment.teamId && isLive(one) && wasBefore(one, assignment) && wasBefore(assignment, one));

/** Sent before the other set off: later the car is gone. */
const wasBefore = (one: Assignment, { goingAt }: Assignment): boolean => goingAt === null || one.dispatchedAt <= goingAt;

export async function goOnVisit(me: Person, first: Visit): Promise<void> {
  const { id: assignmentId, taskId } = first.assignment;
  const { night } = me;
  const call = night.knownOf(first.incident.id)?.call;
  const draw = me.chance(call?.key ?? first.incident.id, 'visit', first.incident.assignments.findIndex(({ id }) => id === assignmentId));
  const now = (): Visit | undefined => {
    const visit = visitOf(me);
    return visit?.assignment.id === assignmentId ? visit : undefined;
  };
  const partners = (): Assignment[] => { const visit = now(); return visit === undefined ? [] : partnersOf(visit); };
  const step = (to: 'accepted' | 'going' | 'there' | 'left') => me.report(routes.advanceAssignment, { assignmentId, to, alsoFor: partners().map(({ id }) => id) });

  if (first.assignment.state === 'dispatched') {
    await me.wait(draw.between(...HABITS.answering));
    if (now() === undefined) return;
    if (draw.chance(HABITS.declines)) return void await me.do(routes.declineAssignment, { assignmentId, reason: draw.weighted(DECLINED_BECAUSE), note: null });
    await step('accepted');
  }
  if (first.assignment.state === 'dispatched' || first.assignment.state === 'accepted') {
    await me.wait(draw.between(...HABITS.settingOff));
    if (now() === undefined) return;
    await findCar(me, draw);
    if (now() === undefined) return;
    await step('going');
  }
  if (first.assignment.state !== 'there') {
    if (draw.chance(HABITS.losesSignal)) me.loseSignal(draw.between(...HABITS.withoutSignal));
    const [quickest, slowest] = draw.chance(HABITS.takesAWrongTurn) ? HABITS.wrongTurn : HABITS.driving;
    const pace = draw.between(quickest, slowest);
    const car = () => partners().flatMap(({ staffId }) => night.byStaffId(staffId) ?? []);
    const to = call !== undefined && first.incident.location?.lat == null ? call.standsAt : placeOf(first.incident);
    if (!(await drive(me, { to, pace, car, goesOn: () => now() !== undefined }))) return;
    await step('there');
  }
  await atTheDoor(me, { assignmentId, taskId, draw, now });
  await me.wait(draw.between(...HABITS.leaving));
  await step('left');
}

interface AtTheDoor { assignmentId: string; taskId: string; draw: Seeded; now: () => Visit | undefined }

async function atTheDoor(me: Person, { assignmentId, taskId, draw, now }: AtTheDoor): Promise<void> {
  const visit = now();
  if (visit === undefined) return;
  const known = me.night.knownOf(visit.incident.id);
  const knockedBefore = visit.incident.followUps.some((followUp) => followUp.taskId === taskId && followUp.cause === 'no-access' && followUp.decision !== null);
  if (isWrongAddress(visit.incident, known) || (known?.call.truth.noAccess === true && !knockedBefore)) {
    await me.wait(draw.between(...HABITS.knocking));
    return me.report(routes.recordNoAccess, { assignmentId, note: 'No answer at any door.' });
  }
  await me.wait(draw.between(...HABITS.meeting));
  await otherLegs(me, taskId, { assignmentId, draw, now });
  const sighting = seenAndNot(visit.incident, known?.call.truth.childNotSeen ?? false);
  if (now()?.incident.tasks.find(({ id }) => id === taskId)?.outcome === null) await me.report(routes.recordSeen, { assignmentId, ...sighting });
  await stayFor(me, (known?.call.truth.onSceneMinutes ?? 40) * draw.between(0.85, 1.2), { assignmentId, draw, now });
  if (now()?.incident.tasks.find(({ id }) => id === taskId)?.outcome !== null) return;
  await me.report(routes.recordOutcome, { taskId, outcome: known?.call.truth.outcome ?? 'advice', note: 'Seen, heard, and what follows agreed with the family.', ...sighting });
}

/** A joint visit begins in earnest when the other leg is there too; nobody waits for ever. */
async function otherLegs(me: Person, taskId: string, at: Staying): Promise<void> {
  const { now } = at;
  const latest = plusMinutes(me.now(), OTHER_LEG_PATIENCE_MINUTES);
  const onTheWay = (): boolean => now()?.incident.assignments.some((one) => one.taskId === taskId && isLive(one) && one.state !== 'there') ?? false;
  while (onTheWay() && me.now() < latest) {
    const due = checkInDue(at);
    await me.news(due !== null && due < latest ? due : latest);
    if (due !== null && me.now() >= due) await checkInFor(me, at);
  }
}

/** So many minutes at a door, checking in for everybody who came in the same car; whoever will be longer than was expected says so first. */
async function stayFor(me: Person, minutes: number, at: Staying): Promise<void> {
  const until = plusMinutes(me.now(), minutes);
  const leaveBy = stayOf(at)?.leaveBy;
  if (leaveBy !== undefined && leaveBy < until) await me.report(stays.sayLeaving, { assignmentId: at.assignmentId, leaveBy: plusMinutes(until, 15), alsoFor: withMe(at) });
  for (let due = checkInDue(at); due !== null && due < until; due = checkInDue(at)) {
    await me.until(due);
    if (at.now() === undefined) return;
    await checkInFor(me, at);
  }
  await me.until(until);
}

const stayOf = ({ assignmentId, now }: Staying) => now()?.incident.stays.find(({ id }) => id === assignmentId);

/** A little before it is asked for; by what was said last, however late the screen shows it. */
function checkInDue(at: Staying): Instant | null {
  const stay = stayOf(at);
  if (stay === undefined) return null;
  const afterSaid = at.saidAt === undefined ? stay.checkInBy : plusMinutes(at.saidAt, stay.everyMinutes);
  return plusMinutes(afterSaid > stay.checkInBy ? afterSaid : stay.checkInBy, -1);
}

const withMe = ({ now }: Staying): string[] => { const visit = now(); return visit === undefined ? [] : partnersOf(visit).filter(({ state }) => state === 'there').map(({ id }) => id); };

async function checkInFor(me: Person, at: Staying): Promise<void> {
  at.saidAt = me.now();
  await me.report(stays.checkIn, { assignmentId: at.assignmentId, alsoFor: withMe(at) });
}

/** `saidAt`: when they last checked in. */
interface Staying { assignmentId: string; draw: Seeded; now: () => Visit | undefined; saidAt?: Instant }

function seenAndNot(incident: SeenIncident, childNotSeen: boolean): { seenPersonIds: string[]; notSeenPersonIds: string[] } {
  const child = childNotSeen ? incident.people.find(({ isChild }) => isChild) : undefined;
  return { seenPersonIds: incident.people.filter((one) => one !== child).map(({ personId }) => personId), notSeenPersonIds: child === undefined ? [] : [child.personId] };
}
