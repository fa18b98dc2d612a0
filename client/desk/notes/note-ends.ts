// How long an overnight note may hold: until the day team is back, or for some nights, and never more than thirty days.
import { nextWorkingDayAt } from '../../../shared/domain/working-time.ts';
import { minutesBetween, plusMinutes } from '../../../shared/domain/instant.ts';
import type { Instant } from '../../../shared/domain/instant.ts';

export interface NoteEnd { code: string; words: string; at: Instant }

const dayMinutes = 24 * 60;
const shortlyMinutes = 120;

export function noteEnds(now: Instant): readonly [NoteEnd, ...NoteEnd[]] {
  const next = nextWorkingDayAt(now, '09:00');
  // Shortly before nine the night that a note is written for is the one to come.
  const morning = minutesBetween(now, next) < shortlyMinutes ? nextWorkingDayAt(next, '09:00') : next;
  return [
    { code: 'next-working-day', words: 'the next working day', at: morning },
    { code: 'week', words: 'a week', at: plusMinutes(morning, 7 * dayMinutes) },
    { code: 'fortnight', words: 'two weeks', at: plusMinutes(morning, 14 * dayMinutes) },
    { code: 'month', words: 'four weeks', at: plusMinutes(now, 28 * dayMinutes) },
  ];
}
