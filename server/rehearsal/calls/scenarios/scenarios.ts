// Every pattern of a first call, by the reason for it and how urgent it is.
import type { Reason, Urgency } from '../reasons.ts';
import type { Scenario } from '../scenario.ts';
import { ABUSE_AND_NEGLECT } from './abuse-and-neglect.ts';
import { CONCERN_FOR_SAFETY } from './concern-for-safety.ts';
import { DOMESTIC_ABUSE } from './domestic-abuse.ts';
import { FAMILY_STRESS } from './family-stress.ts';
import { MENTAL_HEALTH } from './mental-health.ts';
import { MISSING } from './missing.ts';

export const SCENARIOS: Record<Reason, readonly Scenario[]> = {
  missing: MISSING, 'domestic-abuse': DOMESTIC_ABUSE, 'abuse-and-neglect': ABUSE_AND_NEGLECT, 'family-stress': FAMILY_STRESS,
  'mental-health': MENTAL_HEALTH, 'concern-for-safety': CONCERN_FOR_SAFETY,
};

export const scenariosOf = (reason: Reason, urgency: Urgency): readonly Scenario[] => SCENARIOS[reason].filter((scenario) => scenario.urgency === urgency);
