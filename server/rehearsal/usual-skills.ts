// What the staff of made-up counties hold by their profession, for the demo, rehearsals and tests.
import type { Profession } from '../../shared/domain/activity.ts';
import type { Skill } from '../../shared/domain/skill.ts';

const USUAL: Partial<Record<Profession, Skill[]>> = { amhp: ['amhp'], 'youth-worker': ['return-interview'] };
export const usualSkills = (profession: Profession | null): Skill[] => (profession === null ? [] : [...USUAL[profession] ?? []]);
