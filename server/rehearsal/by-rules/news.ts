// News on a closed incident, by the rules alone: whatever arrives there is somebody's who is on duty, as on the server.
import { newsArrived, newsIn } from '../../../shared/domain/closed-news.ts';
import { FIRST_POLICY } from '../../../shared/domain/first-policy.ts';
import type { Id, IncidentFile } from '../../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type { Instant } from '../../../shared/domain/instant.ts';

interface Desks {
  duties: ReadonlyMap<Id, { staffId: Id; seat: 'responder' | 'control' | 'edt'; startedAt: Instant }>;
  /** Who closed each. */
  endedBy: ReadonlyMap<Id, Id>;
  newId(): Id;
  now(): Instant;
}

/** The line that follows what has arrived; none where nothing is news. */
export function arriving(desks: Desks, file: IncidentFile, events: readonly IncidentEvent[], byId: Id): IncidentEvent[] {
  const kind = newsIn(file, events);
  return kind === null ? [] : [newsArrived({ newsId: desks.newId(), kind, ownerId: ownerOfNews(desks, file) }, FIRST_POLICY.clocks, { staffId: byId, now: desks.now() })];
}

/** Who closed it, where on duty; else the longest-serving in control, the EDT desk failing that, which sees what is graded. */
function ownerOfNews({ duties, endedBy }: Desks, { incident: { id, ownerId, firstGradedAt } }: IncidentFile): Id {
  const may = [...duties.values()].filter(({ seat, staffId }) => seat === 'control' || (seat === 'edt' && (firstGradedAt !== null || staffId === ownerId)));
  const rank = (one: (typeof may)[number]): string => `${one.staffId === endedBy.get(id) ? 0 : 1} ${one.seat === 'control' ? 0 : 1} ${one.startedAt}`;
  return may.toSorted((a, b) => rank(a).localeCompare(rank(b)))[0]?.staffId ?? ownerId;
}
