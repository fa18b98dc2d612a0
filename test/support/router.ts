// A router of the test's own: a small HTTP server that answers as OSRM or Valhalla does, late, wrongly or not at all.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RouterStandIn { url: string; asked: { path: string; body: string }[]; answer(how: (path: string, body: string) => { status?: number; body: string } | null): void; stop(): Promise<void> }

/** `null` answers never. */
export async function startRouter(): Promise<RouterStandIn> {
  let how: Parameters<RouterStandIn['answer']>[0] = () => null;
  const asked: RouterStandIn['asked'] = [];
  const server = createServer((request, response) => void (async () => {
    const body = await textOf(request);
    asked.push({ path: request.url ?? '', body });
    const said = how(request.url ?? '', body);
    if (said !== null) response.writeHead(said.status ?? 200, { 'content-type': 'application/json' }).end(said.body);
  })());
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked,
    answer(next) { how = next; },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}

/** OSRM, of a county in which a drive takes a minute for each thousandth of a degree further east, and no road leads west. */
export const roadsEast = (path: string) => osrmOf(path, (from, to) => (to < from ? null : Math.round((to - from) * 60_000)));
/** OSRM, of a county without roads. */
export const noRoads = (path: string) => osrmOf(path, () => null);

/** `seconds`: from one longitude to another. */
function osrmOf(path: string, seconds: (from: number, to: number) => number | null): { body: string } {
  const { searchParams, pathname } = new URL(path, 'http://router.test');
  const east = (pathname.split('/').at(-1) ?? '').split(';').map((place) => Number(place.split(',')[0]));
  const those = (name: string) => (searchParams.get(name) ?? '').split(';').map((index) => east[Number(index)] ?? 0);
  return { body: JSON.stringify({ code: 'Ok', durations: those('sources').map((from) => those('destinations').map((to) => seconds(from, to))) }) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}
