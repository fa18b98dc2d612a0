// What a team may be sent to do (docs/practice.md, Activities), with the legs each needs, and who can stand in which leg.
import type { Skill } from './skill.ts';

export const PROFESSIONS = ['constable', 'pcso', 'social-worker', 'amhp', 'youth-worker', 'youth-offending-worker', 'family-support-worker'] as const;
export type Profession = (typeof PROFESSIONS)[number];
export const PROFESSION_NAMES = {
  constable: 'Police constable', pcso: 'PCSO', 'social-worker': 'Social worker', amhp: 'Approved mental health professional',
  'youth-worker': 'Youth worker', 'youth-offending-worker': 'Youth offending worker', 'family-support-worker': 'Family support worker',
} as const satisfies Record<Profession, string>;

export const NEEDS = ['constable', 'police', 'social-work', 'amhp', 'independent-interviewer'] as const;
/** What a leg needs. `constable`: the powers of s46 and s136 are a constable's; `police`: constable or PCSO. */
export type Need = (typeof NEEDS)[number];
export const NEED_NAMES = {
  constable: 'police leg (constable)', police: 'police leg (constable or PCSO)', 'social-work': 'social work leg', amhp: 'AMHP leg',
  'independent-interviewer': 'independent interviewer',
} as const satisfies Record<Need, string>;

const FILLED_BY: Record<Need, readonly Profession[]> = {
  constable: ['constable'],
  police: ['constable', 'pcso'],
  'social-work': ['social-worker', 'amhp', 'family-support-worker', 'youth-offending-worker', 'youth-worker'],
  amhp: ['amhp', 'social-worker'],
  'independent-interviewer': ['youth-worker'],
};
/** What a leg needs rests on a certificate, whatever somebody's profession (docs/practice.md, Who is there). */
export const skillNeeded = (need: Need): Skill | null => (need === 'amhp' ? 'amhp' : need === 'independent-interviewer' ? 'return-interview' : null);
const isHeld = (need: Need, skills: readonly Skill[]): boolean => { const skill = skillNeeded(need); return skill === null || skills.includes(skill); };

/** `skills`: those in date on the day (`skillsOn`). */
export const canFill = (profession: Profession, need: Need, skills: readonly Skill[]): boolean => FILLED_BY[need].includes(profession) && isHeld(need, skills);

/** The certificate that alone keeps them from it; null where nothing does, or more does. */
export const certificateMissing = (profession: Profession, need: Need, skills: readonly Skill[]): Skill | null => (FILLED_BY[need].includes(profession) && !isHeld(need, skills) ? skillNeeded(need) : null);

export const TASK_KINDS = ['visit', 'phone'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const ACTIVITIES = {
  'welfare-check': { name: 'Welfare check', legs: ['police', 'social-work'], ownWindow: false },
  'return-interview': { name: 'Missing-person return interview', legs: ['independent-interviewer'], ownWindow: true },
  'vulnerable-location': { name: 'Joint visit to a vulnerable location', legs: ['police', 'social-work'], ownWindow: true },
  'public-protection': { name: 'Joint work with the Public Protection Unit', legs: ['constable', 'social-work'], ownWindow: false },
  'hospital-liaison': { name: 'Early liaison with a hospital', legs: ['social-work'], ownWindow: false },
  'needs-and-risk': { name: 'Household needs and risk assessment', legs: ['police', 'social-work'], ownWindow: false },
  'rapid-intervention': { name: 'Rapid intervention, signposting, referral', legs: ['police', 'social-work'], ownWindow: false },
  bridging: { name: 'Bridging between day services and the night', legs: ['social-work'], ownWindow: false },
  'mental-health-assessment': { name: 'Mental Health Act assessment', legs: ['constable', 'amhp'], ownWindow: false },
  'intensive-session': { name: 'Session within intensive work', legs: ['social-work'], ownWindow: true },
} as const satisfies Record<string, { name: string; legs: readonly Need[]; ownWindow: boolean }>;
export type Activity = keyof typeof ACTIVITIES;
export const ACTIVITY_CODES = ['welfare-check', 'return-interview', 'vulnerable-location', 'public-protection', 'hospital-liaison', 'needs-and-risk',
  'rapid-intervention', 'bridging', 'mental-health-assessment', 'intensive-session'] as const satisfies readonly Activity[];
