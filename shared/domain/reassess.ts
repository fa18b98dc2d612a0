// New information asks for a fresh assessment: one at a time, by a clock, until somebody has assessed or graded again (docs/practice.md, New information).
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';
import type { PolicyClocks } from './policy.ts';

/** What brought it: a note marked as changing things, a risk fact about somebody, another call, something found by a check. */
export const REASSESS_CAUSES = ['note', 'risk-fact', 'call', 'check'] as const;
export type ReassessCause = (typeof REASSESS_CAUSES)[number];
export const REASSESS_NAMES = {
  note: 'a note that changes things', 'risk-fact': 'a new fact about somebody’s risk', call: 'another call', check: 'something that a check found',
} as const satisfies Record<ReassessCause, string>;

/** Whoever owns the incident owes it. */
export interface Reassessment { id: Id; cause: ReassessCause; noteId: StatementId | null; askedAt: Instant; askedById: Id; dueAt: Instant; endedAt: Instant | null }

export interface ReassessBodies {
  'reassess.asked': { reassessId: Id; cause: ReassessCause; noteId: StatementId | null; dueAt: Instant };
}
type Asked = ReassessBodies['reassess.asked'] & { name: 'reassess.asked'; at: Instant; byId: Id };

export const openReassessments = (file: Pick<IncidentFile, 'reassessments'>): Reassessment[] => file.reassessments.filter(({ endedAt }) => endedAt === null);

/** Nothing where one is asked for already, whose clock stands, or the incident is closed: there it is news (`closed-news.ts`). */
export function askReassess(file: IncidentFile, asked: { reassessId: Id; cause: ReassessCause; noteId: StatementId | null }, clocks: Pick<PolicyClocks, 'reassess'>, who: { staffId: Id; now: Instant }): Asked[] {
  if (file.incident.state === 'closed' || openReassessments(file).length > 0) return [];
  return [{ name: 'reassess.asked', at: who.now, byId: who.staffId, ...asked, dueAt: plusMinutes(who.now, clocks.reassess) }];
}

export const withReassessAsked = (file: IncidentFile, event: Asked): IncidentFile => ({
  ...file, reassessments: [...file.reassessments, { id: event.reassessId, cause: event.cause, noteId: event.noteId, askedAt: event.at, askedById: event.byId, dueAt: event.dueAt, endedAt: null }],
});

/** Assessed or graded anew: what was asked for has been done. */
export const withReassessed = (file: IncidentFile, at: Instant): IncidentFile =>
  (openReassessments(file).length === 0 ? file : { ...file, reassessments: file.reassessments.map((one) => (one.endedAt === null ? { ...one, endedAt: at } : one)) });
