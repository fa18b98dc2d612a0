// What stands on a person's row of the timeline, and where: pure, so that it can be held to account.
import { TZDate } from '@date-fns/tz';
import { minutesBetween, plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import type { PlanPersonView, ProposalView } from '../../shared/protocol/planning.ts';
import type { Booked } from './use-planning.ts';

export interface Block { id: string; kind: 'booked' | 'fixed' | 'started' | 'proposed' | 'leaving'; incidentId: string; taskId: string; /** Of a proposed one. */ lineId: string | null; ref: string; heading: string; district: string | null; fromAt: Instant; untilAt: Instant }
interface Stretch { fromAt: Instant; untilAt: Instant }
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

export function blocksOf({ staffId }: Pick<PlanPersonView, 'staffId'>, proposal: ProposalView | null, booked: readonly Booked[]): Block[] {
  const open = proposal?.lines.filter(({ state }) => state === 'open') ?? [];
  const leaving = new Set(open.flatMap(({ fromBookingId }) => fromBookingId ?? []));
  return [
    ...booked.filter((visit) => visit.staffId === staffId).map(({ id, bookingId, incidentId, taskId, ref, heading, district, fromAt, untilAt, isFixed, state }): Block =>
      ({ id, kind: leaving.has(bookingId) ? 'leaving' : state === 'started' ? 'started' : isFixed ? 'fixed' : 'booked', incidentId, taskId, lineId: null, ref, heading, district, fromAt, untilAt })),
    ...open.flatMap(({ id, incidentId, taskId, ref, heading, district, visits }) => visits.filter((visit) => visit.staffId === staffId)
      .map(({ legId, fromAt, untilAt }): Block => ({ id: `${id} ${legId}`, kind: 'proposed', incidentId, taskId, lineId: id, ref, heading, district, fromAt, untilAt }))),
  ].toSorted((a, b) => a.fromAt.localeCompare(b.fromAt) || a.id.localeCompare(b.id));
}

/** Who is at work, and under them who is booked though nobody knows when they work. */
export function rowsOf(people: readonly PlanPersonView[], booked: readonly Booked[]): PlanPersonView[] {
  const known = new Set(people.map(({ staffId }) => staffId));
  const others = new Map<string, PlanPersonView>();
  for (const { staffId, name, profession } of booked) if (!known.has(staffId) && profession !== null) others.set(staffId, { staffId, name, profession, callSign: null, shifts: [], taken: [] });
  return [...people, ...others.values()];
}
