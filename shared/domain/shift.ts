// When somebody is to be at work, and where: what the roster says, not what came of it.
import type { Id } from './incident-file.ts';
import type { Instant } from './instant.ts';

export interface Stretch { from: Instant; until: Instant }

/** `districtCodes` empty: the whole county. A shift of somebody who is sick stands, and nobody is there for it. */
export interface Shift extends Stretch { id: Id; staffId: Id; districtCodes: readonly string[]; breaks: readonly Stretch[]; sickAt: Instant | null }

/** One ends where the next begins: no overlap. */
export const overlap = (one: Stretch, other: Stretch): boolean => one.from < other.until && other.from < one.until;

/** At work by this shift at that moment: in it, not sick, and in none of its breaks. */
export const worksAt = (shift: Pick<Shift, 'from' | 'until' | 'breaks' | 'sickAt'>, at: Instant): boolean =>
  shift.sickAt === null && shift.from <= at && at < shift.until && !shift.breaks.some((pause) => pause.from <= at && at < pause.until);
