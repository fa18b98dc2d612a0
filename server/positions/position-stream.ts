// Takes fixes as they come, writes them twice a second, and shows what changed to those who may see it, as one array each.
import type { Logger } from 'pino';
import { maySeePosition } from '../../shared/domain/visibility.ts';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import { wallNow } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import { newId } from '../database/transaction.ts';
import { alikeBy } from '../realtime/alike.ts';
import type { Connections } from '../realtime/connections.ts';
import { positionsSince, storeFixes, type Fix } from './position.store.ts';

const FLUSH_MS = 500;
/** What another server stored just before our last look may have been committed after it: look back this far. */
const LOOK_BACK_MS = 2_000;
const WATCH_MS = 60_000;

export class PositionStream {
  private waiting: Fix[] = [];
  private readonly shown = new Map<string, Instant>();
  private lookedAt: Instant = wallNow();
  private timer: NodeJS.Timeout | undefined;
  private watchTimer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | null = null;

  constructor(private readonly db: Queryable, private readonly connections: Connections, private readonly domainNow: () => Instant, private readonly log: Logger) {}

  start(): void {
    this.timer = setInterval(() => this.tick(), FLUSH_MS);
    this.watchTimer = setInterval(() => void this.noteWatchers().catch((error: unknown) => this.log.error({ err: error }, 'who watches positions could not be noted')), WATCH_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.watchTimer);
    await this.flushing;
    await this.flush();
  }

  take(fixes: readonly Fix[]): void { this.waiting.push(...fixes); }

  private tick(): void {
    this.flushing ??= this.flush()
      .catch((error: unknown) => this.log.error({ err: error }, 'positions could not be stored; they are tried again'))
      .finally(() => { this.flushing = null; });
  }

  private async flush(): Promise<void> {
    const taken = this.waiting;
    this.waiting = [];
    try {
      await storeFixes(this.db, newestPerDuty(taken), taken, wallNow());
    } catch (error) {
      this.waiting = [...taken, ...this.waiting].slice(-5_000);
      throw error;
    }
    if (this.connections.count() > 0 && this.connections.isSightFresh()) await this.show();
  }

  private async show(): Promise<void> {
    const since = instantOf(Date.parse(this.lookedAt) - LOOK_BACK_MS);
    this.lookedAt = wallNow();
    const changed = (await positionsSince(this.db, since)).filter(({ view }) => this.shown.get(view.dutyId) !== view.at);
    if (changed.length === 0) return;
    for (const { view } of changed) this.shown.set(view.dutyId, view.at);
    const alike = alikeBy(this.connections.all(), ({ actor }) => changed.filter(({ staffId, teamId }) => maySeePosition(actor, { staffId, teamId })));
    for (const { seen, by } of alike) this.connections.sendPositions(by, seen.map(({ view }) => view));
  }

  /** A responder can see who looked: everybody in control with a map open, minute by minute. */
  private async noteWatchers(): Promise<void> {
    const now = this.domainNow();
    const watching = new Set([...this.connections.all()].filter(({ actor }) => actor.roles.some((role) => role === 'coordinator' || role === 'supervisor')).map(({ actor }) => actor.staffId));
    for (const staffId of watching) {
      const [, extended] = await this.db.query<[unknown[], number]>("UPDATE position_watch SET until_at = $2 WHERE staff_id = $1 AND until_at > $2::timestamptz - interval '5 minutes'", [staffId, now]);
      if (extended === 0) await this.db.query('INSERT INTO position_watch (id, staff_id, from_at, until_at) VALUES ($1, $2, $3, $3)', [newId(), staffId, now]);
    }
  }
}

function newestPerDuty(fixes: readonly Fix[]): Fix[] {
  const newest = new Map<string, Fix>();
  for (const fix of fixes) if ((newest.get(fix.dutyId)?.at ?? '') < fix.at) newest.set(fix.dutyId, fix);
  return [...newest.values()];
}
