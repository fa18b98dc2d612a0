// How old a position is, in the words that stand beside it: no position is ever shown without its age.
import type { Instant } from '../../shared/domain/instant.ts';

/** Never negative: a device whose clock is ahead is not in the future. */
export const ageSeconds = (positionAt: Instant, nowMs: number): number => Math.max(0, (nowMs - Date.parse(positionAt)) / 1000);

/** "40 s", "38 min", "5 h", "3 d": rounded down, so never older than the truth by more than it says. */
export function ageText(seconds: number): string {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 120 * 60) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** A stale one says so in words, besides being drawn hollow. */
export const ageLabel = (seconds: number, stale: boolean): string => (stale ? `${ageText(seconds)} old` : ageText(seconds));
