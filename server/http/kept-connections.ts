// Connections that clients keep open: for longer than a proxy in front keeps them, and not past the end of this process.
import type { Server, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

/** Proxies keep an idle connection for a minute or less. Who closes first, while the other sends, loses a request: so it is never us. */
const IDLE_MS = 75_000;
/** An answer that nobody has taken by then is given up. */
const LAST_ANSWERS_MS = 10_000;

export const keepLong = (server: Server): void => { server.keepAliveTimeout = IDLE_MS; };

/** While stopping, each answer is the last on its connection, also where it was begun before: a client that asks on and on would keep us for ever. */
export class LastAnswers {
  private stopping = false;
  private readonly unanswered = new Set<ServerResponse>();

  readonly seen: RequestHandler = (_request, response, next) => {
    if (this.stopping) response.setHeader('Connection', 'close');
    this.unanswered.add(response);
    response.on('close', () => this.unanswered.delete(response));
    next();
  };

  begin(): void {
    this.stopping = true;
    for (const response of this.unanswered) if (!response.headersSent) response.setHeader('Connection', 'close');
  }
}

/** Ends once all is answered and every connection is closed, or when time is up. */
export async function closeInTime(server: Server, close: () => Promise<void>): Promise<void> {
  const giveUp = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await close().finally(() => clearTimeout(giveUp));
}
