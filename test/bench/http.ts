// A light client for one server: connections that stay open, as a browser's do.
import { Agent, request } from 'node:http';

export interface Answered { status: number; text: string }
export interface Caller {
  get(cookie: string, path: string): Promise<Answered>;
  /** Throws where the answer is not 200. */
  post(cookie: string, path: string, body: object): Promise<{ seq: number; ids: Record<string, string> }>;
  /** For what carries no command id. */
  send(cookie: string, path: string, body: object): Promise<Answered>;
  close(): void;
}

export function callerOf(url: string, connections = 1): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = (method: string, cookie: string, path: string, body?: string): Promise<Answered> => new Promise((resolve, reject) => {
    const headers = body === undefined ? { cookie } : { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const outgoing = request(`${url}/api${path}`, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  const send = (cookie: string, path: string, body: object): Promise<Answered> => ask('POST', cookie, path, JSON.stringify(body));
  return {
    get: (cookie, path) => ask('GET', cookie, path), send,
    async post(cookie, path, body) {
      const { status, text } = await send(cookie, path, { commandId: crypto.randomUUID(), ...body });
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
      return JSON.parse(text);
    },
    close: () => agent.destroy(),
  };
}

/** Seconds of CPU that the server's process has used, by its own metrics. */
export async function cpuSeconds(caller: Caller): Promise<number> {
  const { text } = await caller.get('', '/metrics');
  const found = /^process_cpu_seconds_total ([\d.e-]+)/m.exec(text)?.[1];
  if (found === undefined) throw new Error('the server told no CPU time');
  return Number(found);
}
