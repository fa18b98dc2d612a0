// What the caller answers to the first six questions, so that the first policy hears just how urgent it is.
import { NO_ANSWERS, type Answers } from '../../../shared/domain/policy.ts';
import type { Urgency } from './reasons.ts';
import type { RehearsalCall } from './rehearsal-call.ts';
import type { Seeded } from './seeded.ts';

/** Why a call cannot wait until tomorrow. `worse` makes it urgent only beside a vulnerability flag, `gone` only by the missing person's risk. */
export type Because = 'hurt' | 'crime' | 'worse' | 'alone' | 'gone';

/** What nobody asked, or the caller could not say, is null: a third of the harmless answers. */
export function answersFor(urgency: Urgency, because: Because | null, chance: Seeded): Answers {
  const harmless = (answer: boolean): boolean | null => (chance.chance(0.67) ? answer : null);
  const answers: Answers = {
    ...NO_ANSWERS, dangerNow: harmless(false), hurt: harmless(false), worseTonight: harmless(false), crime: harmless(false), safeUntilSeen: harmless(true), adviceEnough: harmless(false),
    ...(because === null ? {} : SAYING[because]),
  };
  if (urgency === 'now' && because !== 'gone') return { ...answers, dangerNow: true };
  return urgency === 'advice' ? { ...answers, adviceEnough: true } : answers;
}

const SAYING: Record<Because, Partial<Answers>> = {
  hurt: { hurt: true }, crime: { crime: true }, worse: { worseTonight: true }, alone: { safeUntilSeen: false },
  // Nobody can say of somebody who is not there.
  gone: { dangerNow: null, hurt: null, safeUntilSeen: null },
};

/** What a fresh assessment hears when it has got worse: a Grade 2 becomes a Grade 1 by the first policy, a later one a Grade 2. */
export const worseAnswers = ({ answers, missingRisk }: Pick<RehearsalCall, 'answers' | 'missingRisk'>): Answers => {
  const urgentAlready = answers.hurt === true || answers.crime === true || answers.safeUntilSeen === false || answers.worseTonight === true || missingRisk === 'medium';
  return { ...answers, worseTonight: true, safeUntilSeen: false, adviceEnough: false, dangerNow: urgentAlready ? true : answers.dangerNow };
};
