// The socket: authenticated and origin-checked at the handshake, a heartbeat every two seconds, sight kept true every second.
import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import type { Logger } from 'pino';
import type { LoggedEvent } from '../events/logged-event.ts';
import type { Actor } from '../identity/actor.ts';
import { actorFrom, isFromOurPage } from '../identity/session.guard.ts';
import { Rooms } from '../http/rooms.ts';
import { LOGGER } from '../http/request-log.ts';
import { broadcast } from './broadcast.ts';
import { Connections, TURNS, type Connection, type LiveServer, type LiveSocket } from './connections.ts';
import { LIVE_SOURCES, type LiveSource } from './live-source.ts';
import { refreshSight } from './sight.ts';

const HEARTBEAT_MS = 2_000;
const SIGHT_MS = 1_000;
const LARGEST_MESSAGE = 1_024;

@WebSocketGateway({ transports: ['websocket'], perMessageDeflate: false, maxHttpBufferSize: LARGEST_MESSAGE, serveClient: false, cookie: false })
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];
  private head = 0;
  private turn = 0;
  /** One after the other: of two at once, the one that read earlier could bring back a sight that has just ended. */
  private refreshed: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Rooms) private readonly rooms: Rooms, @Inject(Connections) private readonly connections: Connections, @Inject(LIVE_SOURCES) private readonly sources: readonly LiveSource[],
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  afterInit(server: LiveServer): void {
    this.connections.servedBy(server);
    server.use((socket, next) => {
      this.admit(socket).then((actor) => {
        if (actor !== null) socket.data.actor = actor;
        next(actor === null ? new Error('not-signed-in') : undefined);
      }, (error: unknown) => {
        this.log.error({ err: error }, 'a socket could not be admitted');
        next(new Error('busy'));
      });
    });
    this.timers.push(setInterval(() => this.beatNext(), HEARTBEAT_MS / TURNS), setInterval(() => void this.keepTrue(), SIGHT_MS));
  }

  private async admit(socket: LiveSocket): Promise<Actor | null> {
    const { headers } = socket.request;
    if (headers.origin === undefined || !isFromOurPage(headers, this.rooms.config.PUBLIC_ORIGIN)) return null;
    const actor = await actorFrom(this.rooms, headers);
    return actor === null || actor.roles.length === 0 ? null : actor;
  }

  handleConnection(socket: LiveSocket): void {
    const connection = this.connections.add(socket, socket.data.actor);
    socket.on('ping', (answer) => { if (typeof answer === 'function') answer(this.rooms.clock.now()); });
    this.connections.beat(connection, this.head, this.rooms.clock.now(), this.rooms.clock.speed);
  }

  /** From the relay, in the log's order: first whose sight changed, then what each may see of it. The head is what has been shown. */
  async handOn(events: readonly LoggedEvent[]): Promise<void> {
    const changed = events.some((event) => event.entityType === 'account') || this.sources.some((source) => [...source.viewersChanged?.(events) ?? []].length > 0);
    if (changed || !this.connections.isSightFresh()) await this.refresh();
    await broadcast(this.rooms.db, this.rooms.clock, this.sources, this.connections, events);
    this.head = events.at(-1)?.seq ?? this.head;
  }

  startAt(head: number): void { this.head = head; }

  /** A part of them at a time: 200 at once would hold up what was just committed for 3 ms. */
  private beatNext(): void {
    this.turn = (this.turn + 1) % TURNS;
    this.beat((connection) => connection.turn === this.turn);
  }

  beat(whose: (connection: Connection) => boolean = () => true): void {
    const now = this.rooms.clock.now();
    for (const connection of this.connections.all()) if (whose(connection)) this.connections.beat(connection, this.head, now, this.rooms.clock.speed);
  }

  private refresh(): Promise<void> {
    const next = this.refreshed.then(async () => {
      const askedAt = performance.now();
      await refreshSight(this.rooms.db, this.rooms.clock, this.rooms.sessionLimits, this.connections, this.head);
      this.connections.sightIsAsOf(askedAt);
    });
    this.refreshed = next.catch(() => undefined);
    return next;
  }
  private async keepTrue(): Promise<void> {
    await this.refresh().catch((error: unknown) => this.log.error({ err: error }, 'sight could not be refreshed; it is tried again'));
  }

  onApplicationShutdown(): void { for (const timer of this.timers) clearInterval(timer); }
}
