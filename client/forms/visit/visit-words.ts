// Booked visits in words: who comes when, and when it suits a family.
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

export function suitsWords({ fromAt, untilAt }: { fromAt: string | null; untilAt: string | null }, now: Date): string {
  if (fromAt !== null && untilAt !== null) return `from ${dayAndTime(fromAt, now)} to ${dayAndTime(untilAt, now)}`;
  return fromAt !== null ? `from ${dayAndTime(fromAt, now)} on` : untilAt !== null ? `until ${dayAndTime(untilAt, now)}` : 'at any time';
}
