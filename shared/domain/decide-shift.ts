// What may stand in the roster: no two shifts of one person at once, none that breaks the rest rule without a reason, and none changed that somebody has taken.
import { refuse, type Refusal } from './decision.ts';
import { minutesBetween, plusMinutes, type Instant } from './instant.ts';
import { dayAndClock } from './local-moment.ts';
import { stretchesThatBreak, type RestRule } from './rest.ts';
import { overlap, type Stretch } from './shift.ts';
import type { Working } from './working.ts';

const DAY_MINUTES = 24 * 60;
/** A roster is made at most so far ahead, and a shift may be written down so long after it began. */
const [FURTHEST_DAYS, LATEST_DAYS] = [370, 7];

export const RULE_NAMES = { rest: 'the rest before it or after it is too short', 'longest-duty': 'it is longer than a duty may last' } as const satisfies Record<RestRule, string>;

interface Asked { who: string; existing: readonly Stretch[]; wanted: readonly Stretch[]; limits: Pick<Working, 'rest' | 'longestDuty'>; despite: boolean; now: Instant }

/** Null: they may stand. The first that may not is named. */
export function whyNotRostered({ who, existing, wanted, limits, despite, now }: Asked): Refusal | null {
  const impossible = wanted.length === 0 || wanted.some(({ from, until }) =>
    until <= from || minutesBetween(from, until) > DAY_MINUTES || from > plusMinutes(now, FURTHEST_DAYS * DAY_MINUTES) || from < plusMinutes(now, -LATEST_DAYS * DAY_MINUTES));
  if (impossible) return refuse('shift-times').refusal;
  const inOrder = wanted.toSorted((a, b) => a.from.localeCompare(b.from));
  const clash = inOrder.find((one, index) => existing.some((other) => overlap(one, other)) || inOrder.slice(0, index).some((other) => overlap(one, other)));
  if (clash !== undefined) return refuse('shift-overlaps', { who, at: dayAndClock(clash.from) }).refusal;
  if (despite) return null;
  // What is broken already and not touched is not this one's to mend.
  const before = new Set(stretchesThatBreak(existing, limits).map(({ stretch }) => stretch));
  const broken = stretchesThatBreak([...existing, ...inOrder], limits).find(({ stretch }) => !before.has(stretch));
  return broken === undefined ? null : refuse('shift-breaks-rest', { who, at: dayAndClock(broken.stretch.from), what: RULE_NAMES[broken.rule] }).refusal;
}
