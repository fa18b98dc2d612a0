// Stands between a server and Postgres and writes down every statement that passes, with its parameters: what a command really asks of the database.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** Parameters as Postgres got them: text, or null. */
export interface Statement { sql: string; parameters: (string | null)[] | null }
export interface Recorder { url: string; statements: Statement[]; close(): Promise<void> }

/** Only the start of a connection has no letter before its length. */
const LETTER = 1;
const LENGTH = 4;

export async function recordTo(databaseUrl: string): Promise<Recorder> {
  const target = new URL(databaseUrl);
  const statements: Statement[] = [];
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((inside) => {
    const outside = connect(Number(target.port), target.hostname);
    for (const socket of [inside, outside]) {
      sockets.add(socket);
      socket.on('error', () => { inside.destroy(); outside.destroy(); });
    }
    outside.pipe(inside);
    const read = readerInto(statements);
    inside.on('data', (bytes: Buffer) => { read(bytes); outside.write(bytes); });
    inside.on('close', () => outside.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href, statements,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function readerInto(statements: Statement[]): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  let parsed = '';
  const named = new Map<string, string>();
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = started ? LETTER : 0;
      if (rest.length < head + LENGTH) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      const [letter, body] = [started ? String.fromCharCode(rest[0] ?? 0) : '', rest.subarray(head + LENGTH, end)];
      rest = rest.subarray(end);
      started = true;
      if (letter === 'Q') statements.push({ sql: textUntilNull(body, 0), parameters: null });
      if (letter === 'P') {
        const name = textUntilNull(body, 0);
        parsed = textUntilNull(body, name.length + 1);
        if (name !== '') named.set(name, parsed);
      }
      if (letter === 'B') statements.push(bound(body, parsed, named));
    }
  };
}

const textUntilNull = (body: Buffer, from: number): string => body.toString('utf8', from, body.indexOf(0, from));

function bound(body: Buffer, parsed: string, named: ReadonlyMap<string, string>): Statement {
  let at = body.indexOf(0) + 1;
  const name = textUntilNull(body, at);
  at += Buffer.byteLength(name) + 1;
  const next = (): number => { const value = body.readInt16BE(at); at += 2; return value; };
  for (let formats = next(); formats > 0; formats -= 1) next();
  const parameters: (string | null)[] = [];
  for (let count = next(); count > 0; count -= 1) {
    const length = body.readInt32BE(at);
    at += LENGTH;
    parameters.push(length < 0 ? null : body.toString('utf8', at, at + length));
    at += Math.max(0, length);
  }
  return { sql: named.get(name) ?? parsed, parameters };
}
