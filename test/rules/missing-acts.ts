// Somebody going missing, found, seen and spoken to in a random night, and what others know of people: decided by the real rules.
import { decideAsk, decideStrikeOut, decideSystemAnswer, decideTypedAnswer, CHECK_FAILURES, CHECK_RESULTS, type CheckSource } from '../../shared/domain/check.ts';
import * as missing from '../../shared/domain/decide-missing.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { MISSING_RISKS } from '../../shared/domain/incident-words.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { INTERVIEW_STEPS } from '../../shared/domain/missing.ts';
import type { Act } from './histories.ts';

const WHILE_MISSING = ['located', 'seenMissing', 'reportMissing', 'riskFact', 'assessMissing', 'endMissing', 'interview'] as const;
const ONCE_FOUND = ['interview', 'notFound', 'seenMissing', 'prevention', 'endMissing', 'riskFact', 'reportMissing'] as const;
const CHECK_ACTS = ['askCheck', 'typeAnswer', 'systemAnswer', 'strikeOut'] as const;

const SOURCES: readonly [CheckSource, ...CheckSource[]] = [
  { code: 'police', name: 'police', way: 'phone', phone: null, automatic: false, answerSeconds: 60 },
  { code: 'care-connect', name: 'Care Connect', way: 'system', phone: null, automatic: true, answerSeconds: 60 },
];
const POLICY = { id: 'policy', body: FIRST_POLICY };
const of = <T>(items: readonly [T, ...T[]], pick: number): T => items[pick % items.length] ?? items[0];

/** Nobody missing yet: somebody is; then whatever may follow. */
export function decideMissingAct(file: IncidentFile, act: Act, now: Instant, n: string): Decision<IncidentEvent> {
  const who = { staffId: act.who, now };
  const reporter = { ...who, happenedAt: plusMinutes(now, act.lateMinutes), fromDevice: act.pick > 6 };
  const one = file.missing[act.pick % Math.max(file.missing.length, 1)];
  const [missingId, personId, risk] = [one?.id ?? '', act.flag ? 'child' : 'mother', of(MISSING_RISKS, act.pick)];
  switch (one === undefined ? 'reportMissing' : of(one.locatedAt === null ? WHILE_MISSING : ONCE_FOUND, act.minutes)) {
    case 'reportMissing': return missing.decideReportMissing(file, { missingId: `m${n}`, personId, risk, reasonId: `r${n}` }, POLICY, who);
    case 'assessMissing': return missing.decideAssessMissing(file, { missingId, risk, reasonId: `r${n}` }, POLICY, who);
    case 'riskFact': return missing.decideRiskFact(file, { riskFactId: `f${n}`, missingId, factId: `t${n}`, sourceId: `s${n}`, givenAt: act.flag ? null : plusMinutes(now, -act.minutes), reassessId: `e${n}` }, FIRST_POLICY, reporter);
    case 'located': return missing.decideLocated(file, { missingId, noteId: null }, FIRST_POLICY, reporter);
    case 'seenMissing': return missing.decideSeenMissing(file, { missingId, noteId: null, well: act.pick < 7 }, FIRST_POLICY, reporter);
    case 'notFound': return missing.decideNotFound(file, { missingId, reasonId: `r${n}` }, who);
    case 'interview': return missing.decideInterview(file, { stepId: `i${n}`, missingId, step: of(INTERVIEW_STEPS, act.pick), whoId: `w${n}`, noteId: null, carersViewId: act.flag ? `c${n}` : null, independent: act.minutes > 60 }, who);
    case 'prevention': return missing.decidePrevention(file, { missingId, whoId: `w${n}`, noteId: null }, who);
    case 'endMissing': return missing.decideEndMissing(file, { missingId, endedAs: act.flag ? 'handed-on' : 'not-missing', takerId: act.pick > 2 ? `t${n}` : null, reasonId: `r${n}` }, who);
  }
}

export function decideCheckAct(file: IncidentFile, act: Act, now: Instant, n: string): Decision<IncidentEvent> {
  const who = { staffId: act.who, now };
  const checkId = file.checks[act.pick % Math.max(file.checks.length, 1)]?.id ?? '';
  const asked = { checkId: `k${n}`, personId: act.flag ? 'child' : 'mother', source: of(SOURCES, act.pick).code };
  const answer = { result: of(CHECK_RESULTS, act.pick), answererId: `a${n}`, wordsId: act.minutes > 20 ? `w${n}` : null };
  switch (of(CHECK_ACTS, act.minutes)) {
    case 'askCheck': return decideAsk(file, [asked], { sources: SOURCES, namedIds: new Set(['child', 'mother']), secretAddress: act.pick > 7 }, who);
    case 'typeAnswer': return decideTypedAnswer(file, { ...asked, ...answer }, SOURCES, who);
    case 'systemAnswer': return decideSystemAnswer(file, checkId, act.flag ? answer : { failure: of(CHECK_FAILURES, act.pick) }, who);
    case 'strikeOut': return decideStrikeOut(file, { checkId, reasonId: `r${n}` }, who);
  }
}
