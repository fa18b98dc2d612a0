// What stands on a row of the timeline, and where: pure, so that it can be held to account.
import { TZDate } from '@date-fns/tz';
import type { Need } from '../../shared/domain/activity.ts';
import { minutesBetween, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { ProposalView } from '../../shared/protocol/planning.ts';
import type { TimelineRow } from './timeline-rows.ts';
import type { Booked } from './use-planning.ts';

interface Stretch { fromAt: Instant; untilAt: Instant }
export interface BlockLeg extends Stretch { legId: string; staffId: string; name: string; need: Need | null }
/** `legs`: the whole visit; what stands on the row may be one of them, or for a crew all. */
export interface Block extends Stretch {
  id: string; kind: 'booked' | 'fixed' | 'started' | 'proposed' | 'leaving'; incidentId: string; taskId: string; legs: readonly BlockLeg[];
  /** What stands, or what a proposed one would move. */
  bookingId: string | null;
  /** Of a proposed one. */
  lineId: string | null; ref: string; heading: string; district: string | null;
}
export interface Span { fromAt: Instant; hours: number; place: (stretch: Stretch) => { left: string; width: string } }

const HOUR = 60;

/** From the hour that has begun. What lies outside is cut off at its edge. */
export function spanOf(fromAt: Instant, untilAt: Instant): Span {
  const begins = new Date(Math.floor(Date.parse(fromAt) / (HOUR * 60_000)) * HOUR * 60_000).toISOString();
  const hours = Math.ceil(minutesBetween(begins, untilAt) / HOUR);
  const share = (at: Instant): number => Math.min(1, Math.max(0, minutesBetween(begins, at) / (hours * HOUR))) * 100;
  return { fromAt: begins, hours, place: (stretch) => ({ left: `${share(stretch.fromAt)}%`, width: `${share(stretch.untilAt) - share(stretch.fromAt)}%` }) };
}

/** Every second hour, by the clock on the wall; midnight says the day. */
export const hoursOf = ({ fromAt, hours, place }: Span): { at: Instant; left: string; isMidnight: boolean }[] =>
  Array.from({ length: hours }, (_, index) => plusMinutes(fromAt, index * HOUR)).flatMap((at) => {
    const wall = new TZDate(Date.parse(at), 'Europe/London').getHours();
    return wall % 2 === 0 ? [{ at, left: place({ fromAt: at, untilAt: at }).left, isMidnight: wall === 0 }] : [];
  });

/** Every visit that stands or is proposed, whole. */
export function visitsOn(proposal: ProposalView | null, booked: readonly Booked[]): Omit<Block, 'fromAt' | 'untilAt'>[] {
  const open = proposal?.lines.filter(({ state }) => state === 'open') ?? [];
  const leaving = new Set(open.flatMap(({ fromBookingId }) => fromBookingId ?? []));
  const standing = [...Map.groupBy(booked, ({ bookingId }) => bookingId).values()].flatMap((legs): Omit<Block, 'fromAt' | 'untilAt'>[] => {
    const [first] = legs;
    if (first === undefined) return [];
    const { bookingId, incidentId, taskId, ref, heading, district, isFixed, state } = first;
    return [{ id: bookingId, kind: leaving.has(bookingId) ? 'leaving' : state === 'started' ? 'started' : isFixed ? 'fixed' : 'booked', incidentId, taskId, bookingId, lineId: null, ref, heading, district, legs }];
  });
  return [...standing, ...open.map(({ id, incidentId, taskId, fromBookingId, ref, heading, district, visits }): Omit<Block, 'fromAt' | 'untilAt'> => ({ id, kind: 'proposed', incidentId, taskId, bookingId: fromBookingId, lineId: id, ref, heading, district, legs: visits }))];
}

/** A person's own legs; of a crew one block a visit, from its first beginning to its last ending. */
export function blocksOf({ people }: Pick<TimelineRow, 'people'>, visits: readonly Omit<Block, 'fromAt' | 'untilAt'>[]): Block[] {
  const here = new Set(people.map(({ staffId }) => staffId));
  return visits.flatMap((visit): Block[] => {
    const own = visit.legs.filter(({ staffId }) => here.has(staffId));
    const [fromAt, untilAt] = [own.map((leg) => leg.fromAt).toSorted()[0], own.map((leg) => leg.untilAt).toSorted().at(-1)];
    return fromAt === undefined || untilAt === undefined ? [] : [{ ...visit, fromAt, untilAt }];
  }).toSorted((a, b) => a.fromAt.localeCompare(b.fromAt) || a.id.localeCompare(b.id));
}
