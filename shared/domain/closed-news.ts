// News on a closed incident: whatever arrives there is owned, has a clock, and is decided (docs/practice.md, The closed log that got news).
import { accept, refuse, type Decision } from './decision.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';
import type { PolicyClocks } from './policy.ts';

export const NEWS_KINDS = ['note', 'call', 'late-report', 'handover-rejected', 'document', 'warning', 'check'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];
export const NEWS_NAMES = {
  note: 'a note', call: 'another call', 'late-report': 'a late report from a tablet', 'handover-rejected': 'a handover was rejected', document: 'a document', warning: 'a staff-safety warning', check: 'an answer to a check',
} as const satisfies Record<NewsKind, string>;

/** Which events are news on a closed incident. What else may arrive one day is added here, and nowhere else. */
const NEWS_OF: Readonly<Record<string, NewsKind>> = {
  'incident.noted': 'note', 'incident.calledAgain': 'call', 'incident.reportedLate': 'late-report', 'handover.rejected': 'handover-rejected', 'document.added': 'document', 'warning.recorded': 'warning', 'check.answered': 'check',
};

export const NEWS_DECISIONS = ['reopened', 'noted', 'linked'] as const;
export type NewsDecision = (typeof NEWS_DECISIONS)[number];
export const NEWS_DECISION_NAMES = { reopened: 'opened again', noted: 'noted, nothing more', linked: 'linked to another incident' } as const satisfies Record<NewsDecision, string>;

export interface ClosedNews {
  id: Id; kind: NewsKind; arrivedAt: Instant; dueAt: Instant; ownerId: Id;
  decision: NewsDecision | null; reasonId: StatementId | null; linkedToId: Id | null; decidedAt: Instant | null; decidedById: Id | null;
}

export interface ClosedNewsBodies {
  'news.arrived': { newsId: Id; kind: NewsKind; dueAt: Instant; ownerId: Id };
  'news.handedOn': { newsId: Id; fromId: Id; ownerId: Id };
  'news.decided': { newsId: Id; decision: Exclude<NewsDecision, 'reopened'>; reasonId: StatementId; linkedToId: Id | null };
}
type Stamped<N extends keyof ClosedNewsBodies> = ClosedNewsBodies[N] & { name: N; at: Instant; byId: Id };
export type ClosedNewsEvent = { [N in keyof ClosedNewsBodies]: Stamped<N> }[keyof ClosedNewsBodies];
interface Who { staffId: Id; now: Instant }

export const openNews = (file: Pick<IncidentFile, 'news'>): ClosedNews | undefined => file.news.find(({ decision }) => decision === null);

/** What the events bring to a closed incident; null where it is open, or they are nobody's news, or news waits there already: it is looked at as one. */
export const newsIn = (file: IncidentFile, events: readonly { name: string }[]): NewsKind | null =>
  (file.incident.state === 'open' || openNews(file) !== undefined ? null : events.map(({ name }) => NEWS_OF[name]).find((kind) => kind !== undefined) ?? null);

export const newsArrived = (news: { newsId: Id; kind: NewsKind; ownerId: Id }, clocks: Pick<PolicyClocks, 'closedNews'>, who: Who): ClosedNewsEvent =>
  ({ name: 'news.arrived', at: who.now, byId: who.staffId, ...news, dueAt: plusMinutes(who.now, clocks.closedNews) });

/** Opening it again decides it too: see `withNewsReopened`. */
export function decideNews(file: IncidentFile, command: Omit<ClosedNewsBodies['news.decided'], never>, who: Who): Decision<ClosedNewsEvent> {
  const news = file.news.find(({ id }) => id === command.newsId);
  if (news === undefined) return refuse('not-found');
  if (news.decision !== null) return refuse('already-decided');
  if ((command.decision === 'linked') !== (command.linkedToId !== null)) return refuse('link-to-what');
  if (command.linkedToId === file.incident.id) return refuse('duplicate-of-itself');
  return accept({ name: 'news.decided', at: who.now, byId: who.staffId, ...command });
}

export function decideHandOnNews(file: IncidentFile, owner: { staffId: Id; onDuty: boolean; name: string }, who: Who): Decision<ClosedNewsEvent> {
  const news = openNews(file);
  if (news === undefined) return refuse('already-decided');
  if (!owner.onDuty) return refuse('owner-off-duty', { who: owner.name });
  if (news.ownerId === owner.staffId) return refuse('owner-unchanged', { who: owner.name });
  return accept({ name: 'news.handedOn', at: who.now, byId: who.staffId, newsId: news.id, fromId: news.ownerId, ownerId: owner.staffId });
}

const onNews = (file: IncidentFile, matches: (news: ClosedNews) => boolean, change: Partial<ClosedNews>): IncidentFile =>
  (file.news.some(matches) ? { ...file, news: file.news.map((news) => (matches(news) ? { ...news, ...change } : news)) } : file);

/** Nobody holds what they cannot see. */
const shownTo = (file: IncidentFile, ownerId: Id): IncidentFile => (!file.incident.restricted || file.incident.namedStaffIds.includes(ownerId) ? file
  : { ...file, incident: { ...file.incident, namedStaffIds: [...file.incident.namedStaffIds, ownerId] } });

export function withNews(file: IncidentFile, event: ClosedNewsEvent): IncidentFile {
  switch (event.name) {
    case 'news.arrived': return { ...file, news: [...file.news, {
      id: event.newsId, kind: event.kind, arrivedAt: event.at, dueAt: event.dueAt, ownerId: event.ownerId, decision: null, reasonId: null, linkedToId: null, decidedAt: null, decidedById: null,
    }] };
    case 'news.handedOn': return onNews(shownTo(file, event.ownerId), ({ id }) => id === event.newsId, { ownerId: event.ownerId });
    case 'news.decided': return onNews(file, ({ id }) => id === event.newsId, {
      decision: event.decision, reasonId: event.reasonId, linkedToId: event.linkedToId, decidedAt: event.at, decidedById: event.byId,
    });
  }
}

export const withNewsReopened = (file: IncidentFile, event: { at: Instant; byId: Id; reasonId: StatementId }): IncidentFile =>
  onNews(file, ({ decision }) => decision === null, { decision: 'reopened', reasonId: event.reasonId, decidedAt: event.at, decidedById: event.byId });
