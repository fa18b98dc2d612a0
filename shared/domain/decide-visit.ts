// Booking a visit by hand or as a plan proposed it, moving it and calling it off. A family is told before it is moved, and a fixed visit never moves (docs/practice.md, Booked visits).
import type { Profession } from './activity.ts';
import { canStand, type LegNeeds } from './leg-needs.ts';
import { isStandingVisit, visitsOfTask, windowOf, type BookedLeg, type BookedVisit, type VisitEvent } from './booked-visit.ts';
import { isPossible, keepsOrder, orderOf, suits, type SaidWindow } from './family-window.ts';
import { ONLY_WORDS, onlyFor, suitsOnly, type Gender, type Only } from './crew-gender.ts';
import { dateOf } from './duty-night.ts';
import { skillsOn, type CertificateDays } from './skill.ts';
import { accept, refuse, type Decision, type Refusal } from './decision.ts';
import type { Who } from './decide-grade.ts';
import { legsOf, type Id, type Incident, type IncidentFile, type StatementId, type Task } from './incident-file.ts';
import { minutesBetween, plusMinutes, type Instant } from './instant.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { Planning } from './planning.ts';
import type { PolicyClocks } from './policy.ts';
import { decidePromise, isStanding, type CallerPromise } from './promise.ts';

/** Who could be booked, as the store knows them under lock. `busy`: what they are booked for already, those of this task left out. */
export interface Bookable { /** As they agreed that it is recorded. */ gender?: Gender | null; staffId: Id; name: string; profession: Profession | null; certificates: readonly CertificateDays[]; busy: readonly { fromAt: Instant; untilAt: Instant }[] }
export interface BookVisit {
  bookingId: Id; taskId: Id; visits: readonly BookedLeg[]; isFixed: boolean; proposalId: Id | null;
  /** What the family was told, and the promise that it becomes. */
  told: { promiseId: Id; saidId: StatementId } | null;
}
export interface MoveVisit extends BookVisit { fromBookingId: Id; reasonId: StatementId }
/** Of the policy that the incident's grade rests on. */
export interface VisitPolicy { planning: Pick<Planning, 'toldMinutes' | 'gapMinutes'>; clocks: Pick<PolicyClocks, 'callBack'> }

const [SHORTEST, LONGEST, FURTHEST_DAYS] = [5, 8 * 60, 14];

export function decideBook(file: IncidentFile, command: BookVisit, people: readonly Bookable[], policy: VisitPolicy, clock: (at: Instant) => string, who: Who): Decision<IncidentEvent> {
  const [standing] = visitsOfTask(file, command.taskId);
  if (standing !== undefined) return refuse('visit-booked-already', { at: clock(standing.fromAt) });
  const refusal = whyNotSo(file, command, people, policy.planning, who);
  if (refusal !== null) return { accepted: false, refusal };
  const { told, ...booking } = command;
  return withTold(file, { name: 'visit.booked', at: who.now, byId: who.staffId, ...booking }, told, policy, who);
}

export function decideMove(file: IncidentFile, command: MoveVisit, people: readonly Bookable[], policy: VisitPolicy, clock: (at: Instant) => string, who: Who): Decision<IncidentEvent> {
  const before = file.visits.filter(({ bookingId }) => bookingId === command.fromBookingId);
  const refusal = whyNotMovable(before, clock) ?? whyNotSo(file, command, people, policy.planning, who);
  if (refusal !== null) return { accepted: false, refusal };
  if (command.told === null && isToldOtherwise(file, before, command.visits, policy.planning)) return refuse('family-not-told', { at: clock(beginning(before)) });
  const { told, ...booking } = command;
  return withTold(file, { name: 'visit.moved', at: who.now, byId: who.staffId, ...booking }, told, policy, who);
}

export function decideCancelVisit(file: IncidentFile, command: { bookingId: Id; reasonId: StatementId }, clock: (at: Instant) => string, who: Who): Decision<VisitEvent> {
  const before = file.visits.filter(({ bookingId }) => bookingId === command.bookingId);
  const [visit] = before;
  if (visit === undefined) return refuse('not-found');
  const over = whyOver(before, clock);
  if (over !== null) return { accepted: false, refusal: over };
  return accept({ name: 'visit.cancelled', at: who.now, byId: who.staffId, taskId: visit.taskId, ...command });
}

export function decideWindow(file: IncidentFile, command: SaidWindow & { windowId: Id; taskId: Id; saidId: StatementId }, who: Who): Decision<VisitEvent> {
  const refusal = whyNotTask(file, command.taskId);
  if (refusal !== null) return { accepted: false, refusal };
  const { order } = command;
  if (!isPossible(command, who.now) || (order !== null && !file.legs.some(({ id, taskId }) => id === order.firstLegId && taskId === command.taskId))) return refuse('window-impossible');
  return accept({ name: 'window.said', at: who.now, byId: who.staffId, ...command });
}

const no = (code: Refusal['code'], facts?: Record<string, string>): Refusal => refuse(code, facts).refusal;
const taskOf = (file: IncidentFile, taskId: Id): Task | undefined => file.tasks.find(({ id }) => id === taskId);
export const beginning = (visits: readonly { fromAt: Instant }[]): Instant => visits.map(({ fromAt }) => fromAt).toSorted()[0] ?? '';

function whyNotTask(file: IncidentFile, taskId: Id): Refusal | null {
  const task = taskOf(file, taskId);
  if (task === undefined) return no('not-found');
  if (file.incident.state === 'closed') return no('incident-closed');
  if (task.state !== 'open') return no('task-ended');
  return task.kind === 'visit' ? null : no('not-a-visit');
}

/** Whether this could stand: one person for each leg who may do it and is not elsewhere, at a time that is to come and suits the family. */
function whyNotSo(file: IncidentFile, { taskId, visits }: Pick<BookVisit, 'taskId' | 'visits'>, people: readonly Bookable[], { gapMinutes }: Pick<Planning, 'gapMinutes'>, who: Who): Refusal | null {
  const wrongTask = whyNotTask(file, taskId);
  if (wrongTask !== null) return wrongTask;
  if (file.incident.grade === 1) return no('grade-1-goes-to-police');
  if (file.incident.grade === 4 && taskOf(file, taskId)?.dueAt === null) return no('grade-4-no-visit');
  const legs = legsOf(file, taskId);
  if (legs.length !== visits.length || !legs.every(({ id }) => visits.some(({ legId }) => legId === id))) return no('legs-each-once');
  const begins = beginning(visits);
  if (begins <= who.now || begins > plusMinutes(who.now, FURTHEST_DAYS * 24 * 60)) return no('visit-when');
  if (visits.some(({ fromAt, untilAt }) => minutesBetween(fromAt, untilAt) < SHORTEST || minutesBetween(fromAt, untilAt) > LONGEST)) return no('visit-how-long');
  if (visits.some(({ fromAt }) => minutesBetween(begins, fromAt) > gapMinutes)) return no('legs-too-far-apart');
  const window = windowOf(file, taskId);
  if (window !== undefined && visits.some(({ fromAt }) => !suits(window, fromAt))) return no('does-not-suit');
  const order = window === undefined ? null : orderOf(window);
  if (order !== null && !keepsOrder(order, visits)) return no('legs-out-of-order', { what: `the second begins ${order.leastMinutes} to ${order.mostMinutes} minutes after the first` });
  return legs.reduce<Refusal | null>((found, leg) => found ?? whyNotPerson(leg, visits.filter(({ legId }) => legId === leg.id), visits, people, onlyFor(file.warnings.map(({ kind }) => kind))), null);
}

function whyNotPerson(leg: LegNeeds, own: readonly BookedLeg[], all: readonly BookedLeg[], people: readonly Bookable[], only: Only | null): Refusal | null {
  for (const { staffId, fromAt, untilAt } of own) {
    const person = people.find((one) => one.staffId === staffId);
    if (person === undefined) return no('not-found');
    if (all.filter((visit) => visit.staffId === staffId).length > 1) return no('one-person-two-legs', { who: person.name });
    if (person.profession === null || !canStand(person.profession, leg, skillsOn(person.certificates, dateOf(fromAt)))) return no('cannot-stand-there', { who: person.name });
    if (only !== null && !suitsOnly(only, person.gender ?? null)) return no((person.gender ?? null) === null ? 'gender-not-recorded' : 'gender-other', { who: person.name, what: ONLY_WORDS[only] });
    if (person.busy.some((busy) => busy.fromAt < untilAt && busy.untilAt > fromAt)) return no('visit-overlaps', { who: person.name });
  }
  return null;
}

function whyOver(before: readonly BookedVisit[], clock: (at: Instant) => string): Refusal | null {
  if (before.some(({ state }) => state === 'started')) return no('visit-begun', { at: clock(beginning(before)) });
  return before.every(isStandingVisit) ? null : no('visit-over', { at: clock(before[0]?.endedAt ?? beginning(before)) });
}
function whyNotMovable(before: readonly BookedVisit[], clock: (at: Instant) => string): Refusal | null {
  if (before.length === 0) return no('not-found');
  return before.some(({ isFixed, state }) => isFixed && state === 'booked') ? no('visit-fixed') : whyOver(before, clock);
}

interface Told { promises: readonly Pick<CallerPromise, 'kind' | 'doubtedAt' | 'state'>[]; incident: Pick<Incident, 'attendedAt'> }
/** They wait for somebody from the booked time on, and would wait in vain, or be surprised. */
export function isToldOtherwise({ promises, incident }: Told, before: readonly { fromAt: Instant }[], after: readonly { fromAt: Instant }[], { toldMinutes }: Pick<Planning, 'toldMinutes'>): boolean {
  if (!promises.some((promise) => promise.kind === 'somebody-comes' && promise.doubtedAt === null && isStanding(promise, incident.attendedAt))) return false;
  const later = minutesBetween(beginning(before), beginning(after));
  return later < 0 || later > toldMinutes;
}

function withTold(file: IncidentFile, event: VisitEvent & { name: 'visit.booked' | 'visit.moved' }, told: BookVisit['told'], policy: VisitPolicy, who: Who): Decision<IncidentEvent> {
  if (told === null) return accept<IncidentEvent>(event);
  const promise = decidePromise(file, { ...told, kind: 'somebody-comes', dueAt: plusMinutes(beginning(event.visits), policy.planning.toldMinutes) }, policy.clocks, who);
  return promise.accepted ? accept<IncidentEvent>(event, ...promise.events) : promise;
}
