// When a source's system counts as silent: one question without an answer is chance, several are a fault (docs/practice.md, Checks).
import { minutesBetween, type Instant } from './instant.ts';

const FAILURES_IN_A_ROW = 5;
const MINUTES = 2;

/** `since`: the first of the questions in a row that got no answer. */
export const isSilent = ({ failures, since }: { failures: number; since: Instant }, now: Instant): boolean => failures >= FAILURES_IN_A_ROW || (failures > 1 && minutesBetween(since, now) >= MINUTES);
