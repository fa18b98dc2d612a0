// A booked visit: who is at a door from when until when, a line for each leg. Booked, moved, called off, begun and done (docs/practice.md, Booked visits).
import { saysNothing, type FamilyWindow, type LegsOrder } from './family-window.ts';
import { isLive, type Id, type IncidentFile, type StatementId } from './incident-file.ts';
import type { Instant } from './instant.ts';

export const BOOKED_STATES = ['booked', 'started', 'done', 'moved', 'cancelled'] as const;
export type BookedState = (typeof BOOKED_STATES)[number];

/** Those of one booking share `bookingId`. `proposalId`: the plan that proposed it; null where somebody booked it by hand. */
export interface BookedVisit {
  id: Id; bookingId: Id; taskId: Id; legId: Id; staffId: Id; fromAt: Instant; untilAt: Instant; isFixed: boolean; proposalId: Id | null;
  state: BookedState; bookedAt: Instant; bookedById: Id; endedAt: Instant | null;
}

export interface BookedLeg { visitId: Id; legId: Id; staffId: Id; fromAt: Instant; untilAt: Instant }
interface Booking { bookingId: Id; taskId: Id; visits: readonly BookedLeg[]; isFixed: boolean; proposalId: Id | null }
export interface VisitBodies {
  'visit.booked': Booking;
  'visit.moved': Booking & { fromBookingId: Id; reasonId: StatementId };
  'visit.cancelled': { bookingId: Id; taskId: Id; reasonId: StatementId };
  /** `isDaily` and `order` are on no line that is older than they are. */
  'window.said': { windowId: Id; taskId: Id; fromAt: Instant | null; untilAt: Instant | null; isDaily?: boolean; order?: LegsOrder | null; saidId: StatementId };
}
export type VisitEvent = { [N in keyof VisitBodies]: VisitBodies[N] & { name: N; at: Instant; byId: Id } }[keyof VisitBodies];

export interface VisitParts { visits: readonly BookedVisit[]; windows: readonly FamilyWindow[] }

const STANDING: ReadonlySet<BookedState> = new Set<BookedState>(['booked', 'started']);
export const isStandingVisit = ({ state }: Pick<BookedVisit, 'state'>): boolean => STANDING.has(state);
export const visitsOfTask = ({ visits }: Pick<VisitParts, 'visits'>, taskId: Id): BookedVisit[] => visits.filter((visit) => visit.taskId === taskId && isStandingVisit(visit));
export const windowOf = ({ windows }: Pick<VisitParts, 'windows'>, taskId: Id): FamilyWindow | undefined => windows.find((window) => window.taskId === taskId && window.endedAt === null);

export function withVisit(file: IncidentFile, event: VisitEvent): IncidentFile {
  switch (event.name) {
    case 'visit.booked': return { ...file, visits: [...file.visits, ...made(event)] };
    case 'visit.moved': return { ...file, visits: [...ended(file.visits, event.fromBookingId, 'moved', event.at), ...made(event)] };
    case 'visit.cancelled': return { ...file, visits: ended(file.visits, event.bookingId, 'cancelled', event.at) };
    case 'window.said': return {
      ...file, windows: [
        ...file.windows.map((window) => (window.taskId === event.taskId && window.endedAt === null ? { ...window, endedAt: event.at } : window)),
        ...windowSaid(event),
      ],
    };
  }
}

function windowSaid({ windowId: id, taskId, fromAt, untilAt, isDaily = false, order = null, saidId, at, byId }: Extract<VisitEvent, { name: 'window.said' }>): FamilyWindow[] {
  if (saysNothing({ fromAt, untilAt, isDaily, order })) return [];
  return [{ id, taskId, fromAt, untilAt, isDaily, firstLegId: order?.firstLegId ?? null, leastMinutes: order?.leastMinutes ?? null, mostMinutes: order?.mostMinutes ?? null, saidId, saidAt: at, saidById: byId, endedAt: null }];
}

const made = ({ visits, bookingId, taskId, isFixed, proposalId, at, byId }: Booking & { at: Instant; byId: Id }): BookedVisit[] =>
  visits.map(({ visitId, ...leg }) => ({ id: visitId, bookingId, taskId, ...leg, isFixed, proposalId, state: 'booked', bookedAt: at, bookedById: byId, endedAt: null }));
const ended = (visits: readonly BookedVisit[], bookingId: Id, state: 'moved' | 'cancelled', at: Instant): BookedVisit[] =>
  visits.map((visit) => (visit.bookingId === bookingId && isStandingVisit(visit) ? { ...visit, state, endedAt: at } : visit));

/** What a visit that stands has become by what happened to its task: nobody says that apart. */
export function withVisitsSettled(file: IncidentFile, at: Instant): IncidentFile {
  if (!file.visits.some(isStandingVisit)) return file;
  const visits = file.visits.map((visit) => {
    const state = isStandingVisit(visit) ? stateNow(file, visit) : visit.state;
    return state === visit.state ? visit : { ...visit, state, endedAt: STANDING.has(state) ? null : at };
  });
  return visits.every((visit, index) => visit === file.visits[index]) ? file : { ...file, visits };
}

function stateNow(file: IncidentFile, visit: BookedVisit): BookedState {
  const task = file.tasks.find(({ id }) => id === visit.taskId);
  if (task?.state === 'done') return 'done';
  if (task?.state !== 'open') return 'cancelled';
  const begun = file.assignments.some((assignment) => assignment.legId === visit.legId && assignment.goingAt !== null && (isLive(assignment) || assignment.thereAt !== null));
  return begun ? 'started' : 'booked';
}
