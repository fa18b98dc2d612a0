// Which fixes are worth sending: one every 5 s on the move, one every 30 s at rest, and of those unsent only the newest.
import { greatCircleKm } from '../../../shared/domain/distance.ts';

/** `at` is the device's own time, in milliseconds; `offsetMs` leads from it to the deployment's. */
export interface Fix { at: number; offsetMs: number; lat: number; lon: number; accuracyM: number | null }

const movingMs = 5_000;
const stillMs = 30_000;
/** Beyond the jitter of a good fix, and within 5 s at walking pace. */
const movedMetres = 8;
const kept = 20;

/** A step within what the device itself calls its error is no movement. */
const hasMoved = (from: Fix, to: Fix): boolean => greatCircleKm(from, to) * 1000 > Math.max(movedMetres, to.accuracyM ?? 0);

export const isDue = (last: Fix | null, next: Fix): boolean =>
  last === null || next.at - last.at >= (hasMoved(last, next) ? movingMs : stillMs);

/** Where somebody was half an hour ago helps nobody: while there is no signal the oldest go first. */
export const newestOf = (fixes: readonly Fix[]): readonly Fix[] => fixes.slice(-kept);
