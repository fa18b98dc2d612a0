// What a caller is asked, letter by letter of THRIVE, in words that can be read aloud; and which question is passed over because it does not apply.
import type { Door, MissingRisk, VulnerabilityFlag } from './incident-words.ts';

/** Threat, Harm, Risk, Investigation, Vulnerability, Engagement. */
export const THRIVE = ['Threat', 'Harm', 'Risk', 'Investigation', 'Vulnerability', 'Engagement'] as const;
export type ThriveLetter = (typeof THRIVE)[number];

export const QUESTION_CODES = ['dangerNow', 'hurt', 'hurtBadly', 'worseTonight', 'happenedBefore', 'crime', 'cannotProtect', 'safeUntilSeen', 'willEngage', 'adviceEnough'] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];

/** `null` is "not asked, or not known": no condition ever holds by it. */
export type Answered = Readonly<Record<QuestionCode, boolean | null>>;

/** What is known while the questions are asked; what a screen does not know of it is null, and passes over nothing. */
export interface Asking { answers: Answered; flags: readonly VulnerabilityFlag[]; missingRisk: MissingRisk | null; door: Door | null }

type SkipWhen =
  | { fact: 'answer'; question: QuestionCode; is: boolean | null }
  | { fact: 'flag'; anyOf: readonly VulnerabilityFlag[] }
  | { fact: 'missing'; risk: readonly MissingRisk[] }
  | { fact: 'door'; anyOf: readonly Door[] };

interface Question {
  letter: ThriveLetter;
  asks: string;
  /** For whoever asks: what counts. Not read aloud. */
  hint: string;
  /** The answer that speaks for more risk; the other one never does. */
  riskier: boolean;
  /** Passed over where any of these holds. */
  skipWhen: readonly SkipWhen[];
}

const ANYBODY_MISSING: SkipWhen = { fact: 'missing', risk: ['no-apparent', 'low', 'medium', 'high'] };

export const QUESTIONS = {
  dangerNow: {
    letter: 'Threat', asks: 'Is anyone in danger right now?', hint: 'Violence or a weapon, somebody about to harm themselves, a small child alone', riskier: true, skipWhen: [],
  },
  hurt: { letter: 'Harm', asks: 'Has anyone been hurt tonight?', hint: 'By somebody, by themselves or by accident; tablets taken count', riskier: true, skipWhen: [] },
  hurtBadly: {
    letter: 'Harm', asks: 'Is it serious?', hint: 'Not awake, hard to breathe, bleeding that does not stop, an overdose: 999 first', riskier: true,
    skipWhen: [{ fact: 'answer', question: 'hurt', is: false }, { fact: 'answer', question: 'hurt', is: null }],
  },
  worseTonight: { letter: 'Risk', asks: 'Could it get worse before the morning?', hint: 'Somebody may come back, is drinking, has no heating, food or medicine', riskier: true, skipWhen: [] },
  happenedBefore: { letter: 'Risk', asks: 'Has this happened before?', hint: 'At this address or to this person, whether anybody was told or not', riskier: true, skipWhen: [] },
  crime: { letter: 'Investigation', asks: 'Is a crime happening or being reported?', hint: 'Also one that the caller does not call a crime', riskier: true, skipWhen: [] },
  cannotProtect: {
    letter: 'Vulnerability', asks: 'Is there anyone who cannot look after themselves?', hint: 'A small child, or somebody frail, ill, drunk or in crisis', riskier: true,
    skipWhen: [{ fact: 'flag', anyOf: ['vulnerable-child', 'vulnerable-adult', 'mental-health'] }],
  },
  safeUntilSeen: { letter: 'Vulnerability', asks: 'Is somebody able to keep them safe until we come?', hint: 'A named adult who is there, sober and willing', riskier: false, skipWhen: [ANYBODY_MISSING] },
  willEngage: {
    letter: 'Engagement', asks: 'Do they want help, and will they speak to us?', hint: 'Whoever it is about, not the caller', riskier: false, skipWhen: [{ fact: 'door', anyOf: ['self'] }, ANYBODY_MISSING],
  },
  adviceEnough: {
    letter: 'Engagement', asks: 'Would advice or a referral settle it?', hint: 'Nobody need come tonight, and the caller agrees', riskier: false,
    skipWhen: [{ fact: 'answer', question: 'dangerNow', is: true }, { fact: 'answer', question: 'hurt', is: true }, { fact: 'answer', question: 'crime', is: true }, { fact: 'answer', question: 'safeUntilSeen', is: false }, ANYBODY_MISSING],
  },
} as const satisfies Record<QuestionCode, Question>;

function isSkipped(question: QuestionCode, asking: Asking): boolean {
  const skipWhen: readonly SkipWhen[] = QUESTIONS[question].skipWhen;
  return skipWhen.some((when) => {
    switch (when.fact) {
      case 'answer': return asking.answers[when.question] === when.is;
      case 'flag': return when.anyOf.some((flag) => asking.flags.includes(flag));
      case 'missing': return asking.missingRisk !== null && when.risk.includes(asking.missingRisk);
      case 'door': return asking.door !== null && when.anyOf.includes(asking.door);
    }
  });
}

/** In their order. What has an answer stays, whatever was said since: nothing that counts is out of sight. */
export const questionsToAsk = (asking: Asking): QuestionCode[] => QUESTION_CODES.filter((question) => asking.answers[question] !== null || !isSkipped(question, asking));
