// What people promise, ask and are told in a random night: the acts of what is owed, decided by the real rules.
import { decideAdvice } from '../../shared/domain/advice.ts';
import { decideNews, newsArrived, newsIn, openNews } from '../../shared/domain/closed-news.ts';
import { decideReview, FINDINGS } from '../../shared/domain/closed-review.ts';
import { accept, refuse, type Decision } from '../../shared/domain/decision.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { plusMinutes, type Instant } from '../../shared/domain/instant.ts';
import { CREW_ORDERS, decideInstruct, decideReadInstruction } from '../../shared/domain/instruction.ts';
import { decideAnswerDispute, decideDispute, decideNameLead, decideTakeLead, GROUNDS, LEADERS } from '../../shared/domain/lead.ts';
import { decideKeepPromise, decidePromise, PROMISE_KINDS } from '../../shared/domain/promise.ts';
import { askReassess } from '../../shared/domain/reassess.ts';
import type { Act } from './histories.ts';

export const OWED_ACTS = ['promise', 'keep', 'advice', 'lead', 'takeLead', 'dispute', 'answer', 'instruct', 'read', 'reassess', 'news', 'decideNews', 'review'] as const;

const of = <T>(items: readonly [T, ...T[]], pick: number): T => items[pick % items.length] ?? items[0];

export function decideOwed(file: IncidentFile, act: Act, now: Instant, n: string): Decision<IncidentEvent> {
  const who = { staffId: act.who, now };
  const [promise, lead, instruction] = [file.promises[act.pick % Math.max(file.promises.length, 1)], file.leads.at(-1), file.instructions.find(({ readAt }) => readAt === null)];
  const taken = { takerId: `t${n}`, takenAt: plusMinutes(now, act.flag ? 0 : -act.minutes), referenceId: null };
  let made = 0;
  switch (act.kind) {
    case 'promise': return decidePromise(file, { promiseId: `p${n}`, kind: of(PROMISE_KINDS, act.pick), saidId: `s${n}`, dueAt: act.flag ? undefined : plusMinutes(now, act.lateMinutes) }, FIRST_POLICY.clocks, who);
    case 'keep': return decideKeepPromise(file, { promiseId: promise?.id ?? '', noteId: null }, who);
    case 'advice': return decideAdvice(file, { adviceId: `v${n}`, kind: act.flag ? 'referral' : 'advice', serviceId: act.pick > 4 ? `s${n}` : null, saidId: `w${n}` }, who);
    case 'lead': return decideNameLead(file, { leadId: `l${n}`, leader: of(LEADERS, act.pick), ground: of(GROUNDS, act.minutes), taken: act.pick > 6 ? taken : null }, who);
    case 'takeLead': return decideTakeLead(file, { leadId: lead?.id ?? '', ...taken }, who);
    case 'dispute': return decideDispute(file, { leadId: lead?.id ?? '', withId: `w${n}`, reasonId: `r${n}` }, FIRST_POLICY.clocks, who);
    case 'answer': return decideAnswerDispute(file, { leadId: lead?.id ?? '', answererId: `a${n}`, outcome: act.flag ? 'theirs' : 'ours', reasonId: `r${n}` }, who);
    case 'instruct': return decideInstruct(file, of(CREW_ORDERS, act.pick), () => `i${n}.${made += 1}`, who);
    case 'read': return decideReadInstruction(file, instruction?.id ?? '', { staffId: instruction?.staffId ?? '', now, happenedAt: plusMinutes(now, act.lateMinutes) });
    case 'reassess': return accept(...askReassess(file, { reassessId: `e${n}`, cause: 'risk-fact', noteId: null }, FIRST_POLICY.clocks, who));
    case 'news': {
      const noted: IncidentEvent = { name: 'incident.noted', at: now, byId: act.who, noteId: `n${n}`, internal: false };
      const kind = newsIn(file, [noted]);
      return accept<IncidentEvent>(noted, ...(kind === null ? [] : [newsArrived({ newsId: `k${n}`, kind, ownerId: act.who }, FIRST_POLICY.clocks, who)]));
    }
    case 'decideNews': return decideNews(file, { newsId: openNews(file)?.id ?? '', decision: act.flag ? 'noted' : 'linked', reasonId: `r${n}`, linkedToId: act.flag ? null : 'another' }, who);
    case 'review': return decideReview(file, { reviewId: `x${n}`, finding: of(FINDINGS, act.pick), noteId: `n${n}` }, who);
    default: return refuse('not-found');
  }
}
