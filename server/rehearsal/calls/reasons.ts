// Why people call, and how urgent it is: the shares a rehearsal draws them by.
import { MISSING_SHARE } from '../../../shared/domain/founding-demand.ts';

export const REASONS = ['missing', 'domestic-abuse', 'abuse-and-neglect', 'family-stress', 'mental-health', 'concern-for-safety'] as const;
export type Reason = (typeof REASONS)[number];

/** In the words of the grades that they come out as: an emergency, tonight, planned, advice. */
export type Urgency = 'now' | 'tonight' | 'planned' | 'advice';

/**
 * Of the calls that are not about missing people: domestic abuse 21%, and abuse and neglect twice as often as family
 * dysfunction and acute stress, as published for one county's contacts; mental health and concern for safety share the rest,
 * which is ours.
 */
const OTHER = 1 - MISSING_SHARE;
export const REASON_SHARES: readonly (readonly [Reason, number])[] = [
  ['missing', MISSING_SHARE], ['domestic-abuse', 0.21 * OTHER], ['abuse-and-neglect', 0.21 * OTHER], ['family-stress', 0.105 * OTHER],
  ['mental-health', 0.225 * OTHER], ['concern-for-safety', 0.25 * OTHER],
];

/** Ours: so that over all calls the first policy proposes about 2.5% Grade 1, 20% Grade 2, 43% Grade 3 and the rest Grade 4. */
export const URGENCY_SHARES: Record<Reason, readonly (readonly [Urgency, number])[]> = {
  missing: [['now', 0.06], ['tonight', 0.36], ['planned', 0.58], ['advice', 0]],
  'domestic-abuse': [['now', 0.03], ['tonight', 0.21], ['planned', 0.4], ['advice', 0.36]],
  'abuse-and-neglect': [['now', 0.01], ['tonight', 0.12], ['planned', 0.43], ['advice', 0.44]],
  'family-stress': [['now', 0.005], ['tonight', 0.075], ['planned', 0.37], ['advice', 0.55]],
  'mental-health': [['now', 0.03], ['tonight', 0.19], ['planned', 0.39], ['advice', 0.39]],
  'concern-for-safety': [['now', 0.015], ['tonight', 0.15], ['planned', 0.315], ['advice', 0.52]],
};
