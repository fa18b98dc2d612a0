// Booked visits in words: who comes when, and when it suits a family.
import { NEED_NAMES, type Need } from '../../../shared/domain/activity.ts';
import { orderOf, type FamilyWindow, type LegsOrder } from '../../../shared/domain/family-window.ts';
import type { BookedVisitView } from '../../../shared/protocol/visit-views.ts';
import { clockTime, dayAndTime } from '../../ui/time-text.ts';

type Visit = Pick<BookedVisitView, 'name' | 'fromAt' | 'untilAt'>;

/** `Sat 15:20 to 16:20, Lark and Wren`, or each with their own times. */
export function visitWords(visits: readonly Visit[], now: Date): string {
  const [first] = visits;
  if (first === undefined) return 'nothing';
  const together = visits.every(({ fromAt, untilAt }) => fromAt === first.fromAt && untilAt === first.untilAt);
  const at = ({ fromAt, untilAt }: Visit) => `${dayAndTime(fromAt, now)} to ${clockTime(untilAt)}`;
  return together ? `${at(first)}, ${visits.map(({ name }) => name).join(' and ')}` : visits.map((visit) => `${visit.name} ${at(visit)}`).join(', ');
}

type Window = Pick<FamilyWindow, 'fromAt' | 'untilAt' | 'isDaily' | 'firstLegId' | 'leastMinutes' | 'mostMinutes'>;

/** `every day from 15:15 to 19:00; police first, social work 15 to 60 minutes after`. */
export function suitsWords(window: Window, now: Date, legs: readonly { id: string; need: Need }[] = []): string {
  const order = orderOf(window);
  return `${timesWords(window, now)}${order === null ? '' : `; ${orderWords(order, legs)}`}`;
}

export function orderWords({ firstLegId, leastMinutes, mostMinutes }: LegsOrder, legs: readonly { id: string; need: Need }[]): string {
  const first = legs.find(({ id }) => id === firstLegId);
  return `${first === undefined ? 'one after the other' : `${NEED_NAMES[first.need]} first`}, the other ${leastMinutes} to ${mostMinutes} minutes after`;
}

function timesWords({ fromAt, untilAt, isDaily }: Window, now: Date): string {
  if (isDaily) return `every day${fromAt === null ? '' : ` from ${clockTime(fromAt)}`}${untilAt === null ? '' : ` until ${clockTime(untilAt)}`}`;
  if (fromAt !== null && untilAt !== null) return `from ${dayAndTime(fromAt, now)} to ${dayAndTime(untilAt, now)}`;
  return fromAt !== null ? `from ${dayAndTime(fromAt, now)} on` : untilAt !== null ? `until ${dayAndTime(untilAt, now)}` : 'at any time';
}
