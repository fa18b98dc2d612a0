// Stands between people and the server, and cuts a connection at the worst moment: what was sent has arrived, and its answer is on the way back.
import { connect, createServer, type Socket } from 'node:net';

export interface CuttingLine {
  url: string;
  /** The next message whose beginning holds this text is carried out, and its answer is lost. */
  loseAnswerTo(text: string): void;
  lost(): number;
  stop(): Promise<void>;
}

/** `urlNow` is asked for each connection: a server that was stopped may come back elsewhere. */
export async function cuttingLine(urlNow: () => string): Promise<CuttingLine> {
  let [wanted, lost]: [string | null, number] = [null, 0];
  const open = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(Number(new URL(urlNow()).port), '127.0.0.1');
    let doomed = false;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => { open.delete(socket); near.destroy(); far.destroy(); });
      socket.on('error', () => undefined);
    }
    near.on('data', (sent) => {
      if (wanted !== null && sent.includes(wanted)) [doomed, wanted] = [true, null];
      far.write(sent);
    });
    far.on('data', (answer) => {
      if (!doomed) { near.write(answer); return; }
      lost += 1;
      near.destroy();
    });
  });
  await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    loseAnswerTo(text) { wanted = text; },
    lost: () => lost,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => { proxy.close(resolve); });
    },
  };
}
