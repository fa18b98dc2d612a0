// Another system with a key, and a call as it would send it.
import { randomUUID } from 'node:crypto';
import { ensureOrganisation } from '../../server/identity/account.store.ts';
import { wallNow } from '../../server/clock/clock.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import type { Door } from '../../shared/domain/incident-words.ts';
import { addSystem, makeSystemKey } from '../../shared/protocol/systems.ts';
import type { Answer, Person, TestServer } from './server.ts';

export interface OutsideSystem {
  id: string; keyId: string; key: string; name: string;
  send(body: unknown, headers?: Record<string, string>): Promise<Answer>;
  state(reference: string): Promise<Answer>;
}

/** Plainly invented; no other text of a test contains these. */
export const SAID_OUTSIDE = { summary: 'Linden child alone in the stairwell of Alder House since eight', child: 'Linden Sparrow', caller: 'Night sister Bramble', phone: '01632 960 733', words: '4 Alder House, Plover Lane' } as const;

export const outsideCall = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  reference: `W-${randomUUID()}`, reportedAt: plusMinutes(wallNow(), -3), summary: SAID_OUTSIDE.summary,
  caller: { name: SAID_OUTSIDE.caller, agency: 'Royal Plover', phone: SAID_OUTSIDE.phone }, location: { words: SAID_OUTSIDE.words, postcode: 'PR1 8XJ', gridReference: 'SD 53912 29438' },
  people: [{ name: SAID_OUTSIDE.child, isChild: true, relation: 'child concerned', approximateAge: 7 }], flags: ['vulnerable-child'], answers: { hurt: true }, ...change,
});

export async function outsideSystem(server: TestServer, administrator: Person, name: string, door: Door = 'hospital'): Promise<OutsideSystem> {
  const organisationId = await ensureOrganisation(server.db, 'Royal Plover Hospital', 'provider');
  const { ids } = await administrator.call(addSystem, { name, door, organisationId });
  const { keyId, key } = await administrator.call(makeSystemKey, { systemId: ids.systemId ?? '' });
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${server.url}${path}`, {
      method, headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  return {
    id: ids.systemId ?? '', keyId, key, name, send: (body, headers) => ask('POST', '/api/calls', body, headers), state: (reference) => ask('GET', `/api/calls/${encodeURIComponent(reference)}`),
  };
}
