// A connection that sends at once whatever is asked of it together: questions that wait for no answer leave in their order, in one write.
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';

/** Longer than any question of ours may take. A line that the other side has lost says nothing for ever, and who waits on it would show an old board as live. */
const SILENT_MS = 20_000;

export class AskingClient extends pg.Client {
  private gathering = false;
  private unanswered = 0;
  private watched: Duplex | null = null;
  private readonly silentMs: number;

  constructor({ silentMs = SILENT_MS, ...config }: pg.ClientConfig & { silentMs?: number }) {
    super({ ...config, pipeline: true });
    this.silentMs = silentMs;
    // Lost while it is being given back or closed, a connection has no listener, and would end the process; whoever asks next is told.
    this.on('error', () => undefined);
    // Each write wakes Postgres up, which costs more than most questions take to answer: nine at once, one waking.
    const ask = this.query.bind(this);
    Object.assign(this, { query: (...question: Parameters<typeof ask>) => { this.gather(); return this.awaited(ask(...question)); } });
  }

  private awaited<T>(answer: T): T {
    if (!(answer instanceof Promise)) return answer;
    this.unanswered += 1;
    const answered = (): void => { this.unanswered -= 1; };
    answer.then(answered, answered);
    return answer;
  }

  /** Ends the connection that has been asked and says nothing: whoever asked is told, and the pool makes another. */
  private watch(stream: Duplex): void {
    if (this.watched === stream || !(stream instanceof Socket)) return;
    this.watched = stream;
    stream.setTimeout(this.silentMs, () => {
      if (this.unanswered > 0) stream.destroy(new Error(`Postgres has not answered for ${this.silentMs / 1_000} seconds`));
    });
  }

  private gather(): void {
    if (this.gathering) return;
    this.gathering = true;
    const { stream } = this.connection;
    this.watch(stream);
    stream.cork();
    process.nextTick(() => { this.gathering = false; stream.uncork(); });
  }
}
