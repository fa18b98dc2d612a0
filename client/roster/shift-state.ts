// How a shift stands at a moment, in words, and in which part of the list it belongs: what needs somebody first.
import { punctuality } from '../../shared/domain/decide-duty.ts';
import { minutesBetween } from '../../shared/domain/instant.ts';
import { elapsedText } from '../../shared/domain/elapsed-text.ts';
import type { ShiftView } from '../../shared/protocol/roster.ts';
import { clockTime, dayAndTime } from '../ui/time-text.ts';

export const PARTS = ['sick', 'not-there', 'on', 'to-come', 'over'] as const;
export type Part = (typeof PARTS)[number];
export const PART_NAMES = { sick: 'Sick: nobody is there', 'not-there': 'Not there yet', on: 'On', 'to-come': 'To come', over: 'Over' } as const satisfies Record<Part, string>;

export function partOf({ sickAt, duty, from, until }: ShiftView, now: string): Part {
  if (duty !== null) return duty.endedAt === null ? 'on' : 'over';
  if (until <= now) return 'over';
  if (sickAt !== null) return 'sick';
  return from <= now ? 'not-there' : 'to-come';
}

export function stateWords(shift: ShiftView, now: Date): string {
  const { duty, from, until, sickAt, sickBy } = shift;
  const at = now.toISOString();
  if (duty !== null) {
    const when = punctuality(shift, duty.startedAt);
    const on = `${duty.callSign === null ? 'on' : `on as ${duty.callSign}`} ${duty.endedAt === null ? 'since' : 'from'} ${clockTime(duty.startedAt)}${when === null ? '' : `, ${when}`}`;
    if (duty.endedAt !== null) return `${on}, until ${clockTime(duty.endedAt)}`;
    return until < at ? `${on}; should have ended ${elapsedText(Math.floor(minutesBetween(until, at)))} ago` : on;
  }
  if (until <= at) return sickAt === null ? 'was not there' : 'was sick';
  if (sickAt !== null) return `sick, entered by ${sickBy ?? 'somebody'} ${dayAndTime(sickAt, now)}`;
  return from <= at ? `expected ${elapsedText(Math.floor(minutesBetween(from, at)))} ago` : '';
}
