// Who can stand in a leg: by profession, and by what the leg needs beyond it, each a certificate in date (docs/practice.md, Activities and joint teams).
import { canFill, certificateMissing, NEED_NAMES, type Activity, type Need, type Profession } from './activity.ts';
import { SKILL_NAMES, SKILLS, type Skill } from './skill.ts';

/** `skills`: beyond what the need itself rests on. */
export interface LegNeeds { need: Need; skills?: readonly Skill[] }

/** `held`: those in date on the day (`skillsOn`). */
export const canStand = (profession: Profession, { need, skills = [] }: LegNeeds, held: readonly Skill[]): boolean => canFill(profession, need, held) && skills.every((skill) => held.includes(skill));

/** The first certificate that keeps somebody of a fitting profession from it; null where nothing does, or the profession does. */
export const skillLacking = (profession: Profession, { need, skills = [] }: LegNeeds, held: readonly Skill[]): Skill | null =>
  certificateMissing(profession, need, held) ?? (canFill(profession, need, held) ? skills.find((skill) => !held.includes(skill)) ?? null : null);

/** "social work leg, British Sign Language". */
export const legWords = ({ need, skills = [] }: LegNeeds): string => [NEED_NAMES[need], ...skills.map((skill) => SKILL_NAMES[skill])].join(', ');
export const skillWords = (skills: readonly Skill[]): string => skills.map((skill) => SKILL_NAMES[skill]).join(', ');

/** What a need does not rest on already: those that are worth asking for. */
export const SKILLS_BEYOND = SKILLS.filter((skill) => skill !== 'amhp' && skill !== 'return-interview');

/** The policy's and those asked for, in the order of `SKILLS`, each once. */
export const skillsOfLeg = (policy: readonly { activity: Activity; need: Need; skills: readonly Skill[] }[], activity: Activity, need: Need, asked: readonly Skill[] = []): Skill[] => {
  const wanted = new Set([...asked, ...policy.filter((rule) => rule.activity === activity && rule.need === need).flatMap(({ skills }) => skills)]);
  return SKILLS.filter((skill) => wanted.has(skill));
};
