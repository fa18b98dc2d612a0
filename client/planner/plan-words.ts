// The plan in words: what a line proposes, and what became of it.
import { PLAN_CAUSE_WORDS } from '../../shared/domain/plan-cause.ts';
import type { PlanLineView, ProposalView } from '../../shared/protocol/planning.ts';
import { clockTime, dayAndTime } from '../ui/time-text.ts';

interface Leg { name: string; fromAt: string; untilAt: string }

/** `Sat 15:20 to 16:20, Lark and Wren`. */
export function whenAndWho(legs: readonly Leg[], now: Date): string {
  const [first] = legs;
  if (first === undefined) return '';
  const together = legs.every(({ fromAt, untilAt }) => fromAt === first.fromAt && untilAt === first.untilAt);
  const at = ({ fromAt, untilAt }: Leg) => `${dayAndTime(fromAt, now)} to ${clockTime(untilAt)}`;
  return together ? `${at(first)}, ${legs.map(({ name }) => name).join(' and ')}` : legs.map((leg) => `${leg.name} ${at(leg)}`).join(', ');
}

export const LINE_STATES = { open: '', agreed: 'Agreed', stale: 'Changed since: it cannot be agreed to. Plan again.' } as const satisfies Record<PlanLineView['state'], string>;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** `3 to book, 1 to move, 12 stay as they are, 2 not placed`. */
export function summaryOf({ lines, kept, leftOut }: ProposalView): string {
  const open = lines.filter(({ state }) => state === 'open');
  const toBook = open.filter(({ fromBookingId }) => fromBookingId === null).length;
  return [
    ...(lines.length > open.length ? [`${lines.filter(({ state }) => state === 'agreed').length} agreed`] : []), `${toBook} to book`, `${open.length - toBook} to move`, counted(kept, 'stays as it is', 'stay as they are'), ...(leftOut.length === 0 ? [] : [`${leftOut.length} not placed`]),
  ].join(', ');
}

/** `At 19:42 by Kit Heron`, or `Planned again at 19:50, because somebody was sent`. */
export const madeWords = ({ at, by, because }: ProposalView, now: Date): string =>
  (because.length === 0 ? `At ${dayAndTime(at, now)} by ${by}` : `Planned again at ${dayAndTime(at, now)}, because ${because.map((cause) => PLAN_CAUSE_WORDS[cause]).join(' and ')}`);

/** Agreed to without a word to anybody. */
export const ready = ({ lines }: ProposalView): PlanLineView[] => lines.filter(({ state, mustTell }) => state === 'open' && !mustTell);
