// A connection that sends at once whatever is asked of it together: questions that wait for no answer leave in their order, in one write.
import pg from 'pg';

export class AskingClient extends pg.Client {
  private gathering = false;

  constructor(config: pg.ClientConfig) {
    super({ ...config, pipeline: true });
    // Lost while it is being given back or closed, a connection has no listener, and would end the process; whoever asks next is told.
    this.on('error', () => undefined);
    // Each write wakes Postgres up, which costs more than most questions take to answer: nine at once, one waking.
    const ask = this.query.bind(this);
    Object.assign(this, { query: (...question: Parameters<typeof ask>) => { this.gather(); return ask(...question); } });
  }

  private gather(): void {
    if (this.gathering) return;
    this.gathering = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => { this.gathering = false; stream.uncork(); });
  }
}
