// The closed lists an incident is described with: doors, flags, risks, activities, outcomes, endings (docs/practice.md).

export const DOORS = ['cmu', 'cart', 'edt', 'adult-intake', 'mash', 'hospital', 'childrens-home', 'school', 'partner', 'public', 'self'] as const;
export type Door = (typeof DOORS)[number];
export const DOOR_NAMES = {
  cmu: 'Police Contact Management Unit', cart: 'CART (contact and referral team)', edt: 'Emergency Duty Team',
  'adult-intake': 'Adult Intake and Assessment', mash: 'MASH', hospital: 'Hospital', 'childrens-home': 'Children’s home',
  school: 'School', partner: 'Partner agency', public: 'Member of the public', self: 'The person themselves',
} as const satisfies Record<Door, string>;

export const VULNERABILITY_FLAGS = ['vulnerable-child', 'vulnerable-adult', 'mental-health'] as const;
export type VulnerabilityFlag = (typeof VULNERABILITY_FLAGS)[number];
export const FLAG_NAMES = {
  'vulnerable-child': 'Vulnerable child', 'vulnerable-adult': 'Vulnerable adult', 'mental-health': 'Mental health',
} as const satisfies Record<VulnerabilityFlag, string>;

export const MISSING_RISKS = ['no-apparent', 'low', 'medium', 'high'] as const;
export type MissingRisk = (typeof MISSING_RISKS)[number];
export const MISSING_RISK_NAMES = {
  'no-apparent': 'no apparent risk', low: 'low risk', medium: 'medium risk', high: 'high risk',
} as const satisfies Record<MissingRisk, string>;

export const WARNING_KINDS = ['violence', 'weapons', 'dangerous-animal', 'infection', 'double-crewed-only', 'single-gender-only', 'women-only', 'men-only'] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];
export const WARNING_NAMES = {
  violence: 'Violence', weapons: 'Weapons', 'dangerous-animal': 'Dangerous animal', infection: 'Infection',
  'double-crewed-only': 'Double-crewed visits only', 'single-gender-only': 'Single-gender visits only', 'women-only': 'Women only', 'men-only': 'Men only',
} as const satisfies Record<WarningKind, string>;

export const OUTCOMES = ['nothing-further', 'advice', 'early-help', 'statutory', 'step-down', 'intensive-work', 'allocated-worker', 'no-access'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** No outcome reads "all in order" (docs/practice.md, Joint teams). */
export const OUTCOME_NAMES = {
  'nothing-further': 'Nothing further from us, because …', advice: 'Advice and signposting given', 'early-help': 'Referral to early help',
  statutory: 'Stepped up to statutory services', 'step-down': 'Stepped down', 'intensive-work': 'Intensive work by the service',
  'allocated-worker': 'Passed to the allocated worker', 'no-access': 'No access: nobody was seen',
} as const satisfies Record<Outcome, string>;

export const ENDINGS = ['settled', 'cancelled', 'duplicate', 'passed-on', 'taken-over', 'not-taken', 'elsewhere'] as const;
export type Ending = (typeof ENDINGS)[number];
export const ENDING_NAMES = {
  settled: 'Nothing further from us', cancelled: 'Cancelled', duplicate: 'The same as another incident',
  'passed-on': 'Passed on: not ours', 'taken-over': 'Taken over by a receiving team', 'not-taken': 'Not taken: the door keeps it', elsewhere: 'Ended in the system that it was brought in from',
} as const satisfies Record<Ending, string>;

export const DECLINE_REASONS = ['too-far', 'unsafe', 'unwell', 'conflict', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const DECLINE_NAMES = {
  'too-far': 'Too far to get there in time', unsafe: 'Not safe for us', unwell: 'Unwell', conflict: 'Knows the family', other: 'Another reason',
} as const satisfies Record<DeclineReason, string>;

export const FOLLOW_UP_CAUSES = ['no-access', 'child-not-seen'] as const;
export type FollowUpCause = (typeof FOLLOW_UP_CAUSES)[number];
export const FOLLOW_UP_DECISIONS = ['retry', 'ring', 'key-holder', 'police-entry', 'manager-satisfied'] as const;
export type FollowUpDecision = (typeof FOLLOW_UP_DECISIONS)[number];
export const FOLLOW_UP_NAMES = {
  retry: 'Go back', ring: 'Ring them', 'key-holder': 'Find a key holder', 'police-entry': 'Police entry', 'manager-satisfied': 'A manager has decided',
} as const satisfies Record<FollowUpDecision, string>;
