// What a room tells the socket about its noun: what an event touches, how it looks now, and who may see it. The default is nobody.
import type { Viewer } from '../../shared/domain/visibility.ts';
import type { Change, Entity, ViewOf } from '../../shared/protocol/live.ts';
import type { Queryable } from '../database/connect.ts';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { Actor } from '../identity/actor.ts';
import type { Instant } from '../../shared/domain/instant.ts';

/** One thing as it stands. */
export interface Standing {
  id: string;
  /** As this viewer sees it, its view the same object for all who see the same; null once it has ended and leaves the screens of those who could see it. */
  view(viewer: Viewer): Change | null;
  seenBy(viewer: Viewer): boolean;
  /** Who loses sight by this event, though they had it: they are told that it is gone, and nobody else is. */
  lostBy?(viewer: Viewer, event: LoggedEvent): boolean;
}

export interface LiveSource<E extends Entity = Entity> {
  entity: E;
  touched(events: readonly LoggedEvent[]): Iterable<string>;
  load(db: Queryable, ids: readonly string[], now: Instant): Promise<Standing[]>;
  /** What else looks different with these events, though none is about it; who hears of it must see what they are about as well. */
  beside?(db: Queryable, events: readonly LoggedEvent[], now: Instant): Promise<Standing[]>;
  /** Everything of it that the actor may see; the same predicate as `seenBy`, in SQL. */
  snapshot(db: Queryable, actor: Actor, now: Instant): Promise<ViewOf[E][]>;
  /** Staff whose own sight changes with these events (a duty begun or ended): their screens start afresh. */
  viewersChanged?(events: readonly LoggedEvent[]): Iterable<string>;
}

export const LIVE_SOURCES = Symbol('live sources');
