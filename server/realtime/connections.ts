// The open sockets of this process: each with its viewer, and a count of what it was sent, without gaps.
import type { Socket } from 'socket.io';
import type { Change, ClientToServer, ServerToClient } from '../../shared/protocol/live.ts';
import type { PositionView } from '../../shared/protocol/views.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Actor } from '../identity/actor.ts';

export type LiveSocket = Socket<ClientToServer, ServerToClient>;
export interface Connection { actor: Actor; readonly socket: LiveSocket; n: number }

export class Connections {
  private readonly open = new Set<Connection>();

  add(socket: LiveSocket, actor: Actor): Connection {
    const connection: Connection = { actor, socket, n: 0 };
    this.open.add(connection);
    socket.on('disconnect', () => this.open.delete(connection));
    return connection;
  }

  all(): Iterable<Connection> { return this.open; }
  count(): number { return this.open.size; }

  send(connection: Connection, seq: number, changes: readonly Change[]): void {
    connection.n += 1;
    connection.socket.emit('live', { n: connection.n, seq, changes });
  }

  beat(connection: Connection, seq: number, serverNow: Instant, speed: number): void {
    connection.socket.emit('heartbeat', { n: connection.n, seq, serverNow, speed });
  }

  sendPositions(connection: Connection, positions: PositionView[]): void {
    connection.socket.emit('positions', positions);
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
}
