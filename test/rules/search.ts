// One search by hand: somebody of the evening is missing, found and seen, by the real rules.
import { decideInterview, decideLocated, decideReportMissing, decideRiskFact, decideSeenMissing } from '../../shared/domain/decide-missing.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { MissingRisk } from '../../shared/domain/incident-words.ts';
import { by, reporter, type Deed } from './evening.ts';
import { POLICY } from './histories.ts';

export const reported = (personId: string, risk: MissingRisk = 'low'): Deed => (file) => decideReportMissing(file, { missingId: `missing ${personId}`, personId, risk, reasonId: 'why' }, POLICY, by('ann', 5));
export const located: Deed = (file) => decideLocated(file, { missingId: 'missing child', noteId: null }, FIRST_POLICY, reporter('wren', 20));
export const seenWell: Deed = (file) => decideSeenMissing(file, { missingId: 'missing child', well: true, noteId: null }, FIRST_POLICY, reporter('wren', 30));
export const notWell: Deed = (file) => decideSeenMissing(file, { missingId: 'missing child', well: false, noteId: null }, FIRST_POLICY, reporter('wren', 25));
export const interviewHeld: Deed = (file) => decideInterview(file, { stepId: 'held', missingId: 'missing child', step: 'held', independent: true, whoId: 'who', noteId: null, carersViewId: null }, by('ann', 600));
export const riskFact: Deed = (file) => decideRiskFact(file, { riskFactId: 'fact', missingId: 'missing child', factId: 'text', sourceId: 'source', givenAt: null, reassessId: 'again' }, FIRST_POLICY, reporter('wren', 10));
