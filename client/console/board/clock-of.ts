// The clock that an incident is ordered by: what runs out next, since when, and what is owed by then.
import type { BreachCause } from '../../../shared/domain/status.ts';
import { nextBreach } from '../../../shared/domain/status.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { factsOf } from './facts-of.ts';

export interface OwedBy {
  from: Instant;
  at: Instant;
  cause: BreachCause;
}

export const CAUSE_WORDS = {
  attend: 'attend', 'task-window': 'window', 'follow-up': 'follow-up', handover: 'take over', promise: 'caller waits',
} as const satisfies Record<BreachCause, string>;

const SOON_MS = 20 * 60_000;
/** The same twenty minutes at which the bar takes colour. */
export const isSoon = (owed: OwedBy | null, now: Date): boolean => owed !== null && Date.parse(owed.at) - now.getTime() <= SOON_MS;
export const isLate = (owed: OwedBy | null, now: Date): boolean => owed !== null && Date.parse(owed.at) < now.getTime();

/** The bar's scale is the clock's own: a follow-up's half hour is not measured against two days. */
function startOf(incident: IncidentView, { at, cause }: { at: Instant; cause: BreachCause }): Instant {
  switch (cause) {
    case 'attend': return incident.reportedAt;
    case 'task-window': return incident.tasks.find(({ state, dueAt }) => state === 'open' && dueAt === at)?.dueFrom ?? incident.raisedAt;
    case 'follow-up': return incident.followUps.find(({ decision, dueAt }) => decision === null && dueAt === at)?.openedAt ?? incident.reportedAt;
    case 'promise': return incident.promises.find(({ state, dueAt }) => state === 'standing' && dueAt === at)?.madeAt ?? incident.reportedAt;
    case 'handover': return incident.handovers.find(({ state, dueAt }) => state === 'sent' && dueAt === at)?.sentAt ?? incident.reportedAt;
  }
}

export function clockOf(incident: IncidentView): OwedBy | null {
  const next = nextBreach(factsOf(incident));
  return next === null ? null : { ...next, from: startOf(incident, next) };
}
