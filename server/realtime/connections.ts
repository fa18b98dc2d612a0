// The open sockets of this process: each with its viewer, and a count of the batches that it was sent.
import type { Server, Socket } from 'socket.io';
import type { Change, ClientToServer, ServerToClient } from '../../shared/protocol/live.ts';
import type { PositionView } from '../../shared/protocol/views.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Actor } from '../identity/actor.ts';

export type LiveServer = Server<ClientToServer, ServerToClient>;
export type LiveSocket = Socket<ClientToServer, ServerToClient>;
/** `n`: batches sent. `turn`: which of the rounds of a heartbeat is its own. */
export interface Connection { actor: Actor; readonly socket: LiveSocket; n: number; readonly turn: number }

/** So many turns make one heartbeat of everybody. */
export const TURNS = 20;
/** Access ends on every screen within two seconds (docs/operating.md): what is sent rests on a sight that was asked for no longer ago than this. */
const SIGHT_HOLDS_MS = 1_500;

export class Connections {
  private readonly open = new Set<Connection>();
  private opened = 0;
  private server: LiveServer | null = null;
  private sightAskedAt = performance.now();

  servedBy(server: LiveServer): void { this.server = server; }

  add(socket: LiveSocket, actor: Actor): Connection {
    const connection: Connection = { actor, socket, n: 0, turn: this.opened % TURNS };
    this.opened += 1;
    this.open.add(connection);
    socket.on('disconnect', () => this.open.delete(connection));
    return connection;
  }

  /** Whose sight is what was answered to a question that was asked then, by this process' own clock. */
  sightIsAsOf(askedAt: number): void { this.sightAskedAt = askedAt; }
  /** False while the database does not answer: then nothing is sent to anybody whose access may have ended meanwhile. */
  isSightFresh(): boolean { return performance.now() - this.sightAskedAt < SIGHT_HOLDS_MS; }

  all(): Iterable<Connection> { return this.open; }
  count(): number { return this.open.size; }

  /** One encoding and one frame for all of them: for 200, an eleventh of the time that an emit to each takes. */
  send(to: readonly Connection[], seq: number, changes: readonly Change[]): void {
    for (const connection of to) connection.n += 1;
    this.togetherTo(to)?.emit('live', { seq, changes });
  }

  sendPositions(to: readonly Connection[], positions: PositionView[]): void {
    this.togetherTo(to)?.emit('positions', positions);
  }

  beat(connection: Connection, seq: number, serverNow: Instant, speed: number): void {
    connection.socket.emit('heartbeat', { n: connection.n, seq, serverNow, speed });
  }

  /** Leaves a hole in the count: the screen fetches everything afresh, as its new sight shows it. */
  startAfresh(connection: Connection, actor: Actor): void {
    connection.actor = actor;
    connection.n += 1;
  }

  end(connection: Connection, reason: 'signed-out' | 'access-ended'): void {
    this.open.delete(connection);
    connection.socket.emit('ended', reason);
    connection.socket.disconnect(true);
  }

  /** By their own ids, chosen afresh for each message: nobody joins a room, so none can be forgotten to leave one. */
  private togetherTo(to: readonly Connection[]) {
    return to.length === 0 ? undefined : this.server?.to(to.map(({ socket }) => socket.id));
  }
}
