// A source of checks as a real HTTP server, which behaves as one test wants it to: well, slowly, wrongly, or not at all.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked { checkId: string; person?: { name: string; bornOn: string | null; approximateAge: number | null }; address?: { label: string } }
export type Behaviour = (asked: Asked, response: ServerResponse) => void;
export interface FakeSource { url: string; asked: { body: Asked; headers: IncomingMessage['headers'] }[]; behave(how: Behaviour): void; stop(): Promise<void> }

export const says = (answer: (asked: Asked) => object): Behaviour => (asked, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer(asked)));
};
export const nothing = says(({ checkId }) => ({ checkId, result: 'nothing-recorded', words: null, answeredBy: null }));

export async function startSource(): Promise<FakeSource> {
  let behaviour: Behaviour = nothing;
  const asked: FakeSource['asked'] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body: Asked = JSON.parse(Buffer.concat(pieces).toString('utf8'));
      asked.push({ body, headers: request.headers });
      behaviour(body, response);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/ask`, asked, behave(how) { behaviour = how; },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}
