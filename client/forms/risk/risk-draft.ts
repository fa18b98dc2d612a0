// What a grade is proposed from: flags, missing or not, and the answers to the questions.
import { z } from 'zod';
import { MISSING_RISKS, VULNERABILITY_FLAGS } from '../../../shared/domain/incident-words.ts';
import { Answers, NO_ANSWERS } from '../../../shared/domain/policy.ts';

export const RiskDraft = z.object({ flags: z.array(z.enum(VULNERABILITY_FLAGS)), missingRisk: z.enum(MISSING_RISKS).nullable(), answers: Answers });
export type RiskDraft = z.infer<typeof RiskDraft>;
export const NOTHING_ASKED: RiskDraft = { flags: [], missingRisk: null, answers: NO_ANSWERS };
