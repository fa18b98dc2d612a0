// When a visit suits a family, and how its legs are to come: once or every day by the clock on the wall, together or one after the other (docs/practice.md, Booked visits).
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { dateOf } from './duty-night.ts';
import type { Id, StatementId } from './incident-file.ts';
import { minutesBetween, type Instant } from './instant.ts';
import { nextDay, wallMoment } from './shift-pattern.ts';

/** The leg that comes first, and how many minutes after it has begun the other begins. */
export interface LegsOrder { firstLegId: Id; leastMinutes: number; mostMinutes: number }
export interface SaidWindow {
  /** Nobody comes before the one, or begins after the other. */
  fromAt: Instant | null; untilAt: Instant | null;
  /** Every day between the two times of day; which day they are of counts for nothing. */
  isDaily: boolean;
  /** Null: together. */
  order: LegsOrder | null;
}
/** `saidId`: why, as they said it. */
export interface FamilyWindow extends Omit<SaidWindow, 'order'> {
  id: Id; taskId: Id; firstLegId: Id | null; leastMinutes: number | null; mostMinutes: number | null; saidId: StatementId; saidAt: Instant; saidById: Id; endedAt: Instant | null;
}
interface Stretch { fromAt: Instant; untilAt: Instant }
type Times = Pick<SaidWindow, 'fromAt' | 'untilAt' | 'isDaily'>;

const [LONGEST_DAILY, LONGEST_GAP] = [24 * 60, 12 * 60];

export const orderOf = ({ firstLegId, leastMinutes, mostMinutes }: Pick<FamilyWindow, 'firstLegId' | 'leastMinutes' | 'mostMinutes'>): LegsOrder | null =>
  firstLegId === null || leastMinutes === null || mostMinutes === null ? null : { firstLegId, leastMinutes, mostMinutes };
export const saysNothing = ({ fromAt, untilAt, order }: SaidWindow): boolean => fromAt === null && untilAt === null && order === null;

/** A window that has an hour of its own, and an order that two people could keep. */
export function isPossible({ fromAt, untilAt, isDaily, order }: SaidWindow, now: Instant): boolean {
  if (order !== null && (order.leastMinutes > order.mostMinutes || order.mostMinutes > LONGEST_GAP)) return false;
  if (fromAt !== null && untilAt !== null && (fromAt >= untilAt || (isDaily && minutesBetween(fromAt, untilAt) > LONGEST_DAILY))) return false;
  return isDaily ? fromAt !== null || untilAt !== null : untilAt === null || untilAt > now;
}

const timeOf = (at: Instant): string => format(new TZDate(at, 'Europe/London'), 'HH:mm');

/** Those parts of the stretch in which a visit may begin, in order; the moments at both ends are among them. */
export function openStretches({ fromAt, untilAt, isDaily }: Times, { fromAt: first, untilAt: last }: Stretch): Stretch[] {
  const clip = (from: Instant, until: Instant): Stretch[] => {
    const open = { fromAt: from > first ? from : first, untilAt: until < last ? until : last };
    return open.fromAt <= open.untilAt ? [open] : [];
  };
  if (!isDaily) return clip(fromAt ?? first, untilAt ?? last);
  const [from, until] = [fromAt === null ? '00:00' : timeOf(fromAt), untilAt === null ? '24:00' : timeOf(untilAt)];
  const stretches: Stretch[] = [];
  // From the day before: an evening's window may reach over midnight.
  for (let day = nextDay(dateOf(first), -1); day <= dateOf(last); day = nextDay(day)) {
    stretches.push(...clip(wallMoment(day, from), until === '24:00' ? wallMoment(nextDay(day), '00:00') : wallMoment(until <= from ? nextDay(day) : day, until)));
  }
  return stretches;
}

export const suits = (times: Times, at: Instant): boolean => openStretches(times, { fromAt: at, untilAt: at }).length > 0;

/** Whether the legs begin in their order, and as far apart as was said. */
export function keepsOrder({ firstLegId, leastMinutes, mostMinutes }: LegsOrder, visits: readonly { legId: Id; fromAt: Instant }[]): boolean {
  const first = visits.find(({ legId }) => legId === firstLegId);
  return first === undefined || visits.every((visit) => visit === first || (minutesBetween(first.fromAt, visit.fromAt) >= leastMinutes && minutesBetween(first.fromAt, visit.fromAt) <= mostMinutes));
}
