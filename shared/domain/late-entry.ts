// When a call is written down well after it was made: the clock runs from the report all the same, and the record says so.
import { minutesBetween, type Instant } from './instant.ts';

/** Typing takes some minutes. What takes longer was kept on paper meanwhile (docs/practice.md, Intake). */
export const ENTERED_LATE_MINUTES = 15;

/** Whole minutes between the report and its entry where that is late; null where it is not. */
export function enteredLateMinutes({ reportedAt, raisedAt }: { reportedAt: Instant; raisedAt: Instant }): number | null {
  const minutes = minutesBetween(reportedAt, raisedAt);
  return minutes > ENTERED_LATE_MINUTES ? Math.floor(minutes) : null;
}
