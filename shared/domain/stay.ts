// A crew at a door: when they expect to leave, when they check in next, and from when on others are asked (docs/practice.md, Looking after the crew).
import { accept, refuse, type Decision } from './decision.ts';
import type { CrewPolicy } from './crew-policy.ts';
import type { Assignment, Id, IncidentFile } from './incident-file.ts';
import { earliest, heldBetween, plusMinutes, type Instant } from './instant.ts';

/** One for each arrival of somebody on a visit; its id is the assignment's. It runs while they are there. */
export interface Stay {
  id: Id;
  leaveBy: Instant;
  everyMinutes: number;
  checkInBy: Instant;
  /** So long after a check-in was due the partner is asked, and control is told. */
  partnerAfterMinutes: number; controlAfterMinutes: number;
  checkedInAt: Instant | null;
  checkedInById: Id | null;
}

export interface StayBodies {
  /** Set on arrival by the policy, and again where a warning asks for sooner check-ins. */
  'stay.set': { assignmentId: Id; staffId: Id } & Pick<Stay, 'leaveBy' | 'everyMinutes' | 'checkInBy' | 'partnerAfterMinutes' | 'controlAfterMinutes'>;
  'stay.leaving': { assignmentId: Id; staffId: Id; leaveBy: Instant };
  'stay.checkedIn': { assignmentId: Id; staffId: Id; forPartner: boolean };
}
type Stamped<N extends keyof StayBodies> = StayBodies[N] & { name: N; at: Instant; byId: Id };
export type StayEvent = { [N in keyof StayBodies]: Stamped<N> }[keyof StayBodies];

/** Later than this nobody says beforehand that they will leave. */
const LONGEST_MINUTES = 12 * 60;

const isThere = ({ kind, state, thereAt }: Assignment): boolean => kind === 'visit' && state === 'there' && thereAt !== null;
const assignmentOf = (file: IncidentFile, id: Id): Assignment | undefined => file.assignments.find((one) => one.id === id);
export const stayOf = (file: Pick<IncidentFile, 'stays'>, assignmentId: Id): Stay | undefined => file.stays.find(({ id }) => id === assignmentId);
export const runningStays = (file: IncidentFile): Stay[] => file.stays.filter(({ id }) => { const own = assignmentOf(file, id); return own !== undefined && isThere(own); });

/** When control is told: of a check-in that did not come, and of a time of leaving that has passed. */
export const overdueAt = ({ checkInBy, controlAfterMinutes }: Pick<Stay, 'checkInBy' | 'controlAfterMinutes'>): Instant => plusMinutes(checkInBy, controlAfterMinutes);
export const pastLeavingAt = ({ leaveBy, controlAfterMinutes }: Pick<Stay, 'leaveBy' | 'controlAfterMinutes'>): Instant => plusMinutes(leaveBy, controlAfterMinutes);
export const askPartnerAt = ({ checkInBy, partnerAfterMinutes }: Pick<Stay, 'checkInBy' | 'partnerAfterMinutes'>): Instant => plusMinutes(checkInBy, partnerAfterMinutes);

/** A staff-safety warning, or something that a source knows, asks for sooner check-ins. */
const isWarned = (file: IncidentFile): boolean => file.warnings.length > 0 || file.checks.some(({ state, result }) => state === 'answered' && result === 'found');
const paceOf = (file: IncidentFile, crew: CrewPolicy): number => (isWarned(file) ? Math.min(crew.checkIn, crew.checkInWarned) : crew.checkIn);

/** What follows by itself from a change: somebody has arrived, or those who are there are to check in sooner. */
export function staysSet(before: IncidentFile | null, after: IncidentFile, crew: CrewPolicy, who: { staffId: Id; now: Instant }): StayEvent[] {
  const everyMinutes = paceOf(after, crew);
  return after.assignments.filter(isThere).flatMap(({ id, staffId, taskId, thereAt }): StayEvent[] => {
    if (thereAt === null) return [];
    const was = before?.assignments.find((one) => one.id === id);
    const stay = stayOf(after, id);
    const common = { name: 'stay.set' as const, byId: who.staffId, assignmentId: id, staffId, everyMinutes, partnerAfterMinutes: crew.askPartner, controlAfterMinutes: crew.tellControl };
    if (was === undefined || !isThere(was) || was.thereAt !== thereAt) {
      const activity = after.tasks.find((task) => task.id === taskId)?.activity;
      return [{ ...common, at: thereAt, leaveBy: plusMinutes(thereAt, activity === undefined ? crew.checkIn : crew.stay[activity]), checkInBy: plusMinutes(thereAt, everyMinutes) }];
    }
    if (stay === undefined || everyMinutes >= stay.everyMinutes) return [];
    return [{ ...common, at: who.now, leaveBy: stay.leaveBy, checkInBy: earliest([stay.checkInBy, plusMinutes(who.now, everyMinutes)]) ?? stay.checkInBy }];
  });
}

interface Reporter { staffId: Id; now: Instant; happenedAt: Instant }

/** Oneself, and those of one's crew on the same task whom one answers for. */
function together(file: IncidentFile, { assignmentId, alsoFor }: { assignmentId: Id; alsoFor: readonly Id[] }): Decision<Assignment> {
  const own = assignmentOf(file, assignmentId);
  if (own === undefined) return refuse('not-found');
  const partners = alsoFor.map((id) => assignmentOf(file, id)).filter((one) => one !== undefined);
  if (partners.length < alsoFor.length || partners.some(({ taskId, teamId }) => taskId !== own.taskId || teamId === null || teamId !== own.teamId)) return refuse('not-your-partner');
  return accept(...new Set([own, ...partners]));
}
const saidAt = ({ thereAt, dispatchedAt }: Assignment, { happenedAt, now }: Reporter): Instant => heldBetween(thereAt ?? dispatchedAt, happenedAt, now);

/** A fact, never refused for what has changed meanwhile: for oneself, or for both who are together. Who was never there has nothing to check in from. */
export function decideCheckIn(file: IncidentFile, command: { assignmentId: Id; alsoFor: readonly Id[] }, who: Reporter): Decision<StayEvent> {
  const both = together(file, command);
  if (!both.accepted) return both;
  return accept(...both.events.flatMap((assignment): StayEvent[] => {
    const [at, stay] = [saidAt(assignment, who), stayOf(file, assignment.id)];
    if (stay === undefined || (stay.checkedInAt !== null && stay.checkedInAt >= at)) return [];
    return [{ name: 'stay.checkedIn', at, byId: who.staffId, assignmentId: assignment.id, staffId: assignment.staffId, forPartner: assignment.id !== command.assignmentId }];
  }));
}

export function decideLeaving(file: IncidentFile, command: { assignmentId: Id; leaveBy: Instant; alsoFor: readonly Id[] }, who: Reporter): Decision<StayEvent> {
  const both = together(file, command);
  if (!both.accepted) return both;
  return accept(...both.events.flatMap((assignment): StayEvent[] => {
    const [at, stay] = [saidAt(assignment, who), stayOf(file, assignment.id)];
    const leaveBy = heldBetween(at, command.leaveBy, plusMinutes(at, LONGEST_MINUTES));
    if (stay === undefined || stay.leaveBy === leaveBy) return [];
    return [{ name: 'stay.leaving', at, byId: who.staffId, assignmentId: assignment.id, staffId: assignment.staffId, leaveBy }];
  }));
}

const onStay = (file: IncidentFile, id: Id, change: (stay: Stay) => Stay): IncidentFile => ({ ...file, stays: file.stays.map((stay) => (stay.id === id ? change(stay) : stay)) });

export function withStay(file: IncidentFile, event: StayEvent): IncidentFile {
  switch (event.name) {
    case 'stay.set': {
      const { assignmentId: id, leaveBy, everyMinutes, checkInBy, partnerAfterMinutes, controlAfterMinutes } = event;
      const before = stayOf(file, id);
      const stay: Stay = { id, leaveBy, everyMinutes, checkInBy, partnerAfterMinutes, controlAfterMinutes, checkedInAt: before?.checkedInAt ?? null, checkedInById: before?.checkedInById ?? null };
      return before === undefined ? { ...file, stays: [...file.stays, stay] } : onStay(file, id, () => stay);
    }
    case 'stay.leaving': return onStay(file, event.assignmentId, (stay) => ({ ...stay, leaveBy: event.leaveBy }));
    case 'stay.checkedIn': return onStay(file, event.assignmentId, (stay) => (
      stay.checkedInAt !== null && stay.checkedInAt >= event.at ? stay : { ...stay, checkedInAt: event.at, checkedInById: event.byId, checkInBy: plusMinutes(event.at, stay.everyMinutes) }));
  }
}

/** Somebody who is there while everybody else of a joint visit has left: since when they are alone. */
export function leftAlone(file: IncidentFile): { assignmentId: Id; since: Instant }[] {
  return file.tasks.filter(({ state, kind }) => state === 'open' && kind === 'visit').flatMap((task) => {
    const own = file.assignments.filter(({ taskId }) => taskId === task.id);
    const there = own.filter(isThere);
    const [alone] = there;
    if (alone === undefined || there.length > 1) return [];
    const left = own.filter(({ state, thereAt, leftAt, staffId }) => state === 'left' && thereAt !== null && leftAt !== null && staffId !== alone.staffId).map(({ leftAt }) => leftAt).filter((at) => at !== null);
    const since = left.toSorted().at(-1);
    return since === undefined || alone.thereAt === null || since < alone.thereAt ? [] : [{ assignmentId: alone.id, since }];
  });
}
