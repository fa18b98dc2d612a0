// The wire cannot change without somebody knowing: a digest of every route's and every live message's schema is committed beside this.
//
// Servers and tablets of two versions live together while a deployment is upgraded, and a screen passes over keys that it does not know. So:
//  - a new route, an optional key in a body, a further key in an answer: update the lock;
//  - anything else (a key gone, renamed or newly required, an enum with fewer words): bump PROTOCOL_VERSION in
//    shared/protocol/live.ts, see that the server still takes the version before, and then update the lock.
// UPDATE_WIRE=1 npm test -- test/protocol/wire.test.ts writes it. A new zod may spell the same schema otherwise: look at the schemas, then update.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { Heartbeat, LiveBatch, Positions, PROTOCOL_VERSION, Snapshot } from '../../shared/protocol/live.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';

const LOCK = new URL('wire.lock.json', import.meta.url);
const Lock = z.strictObject({ protocolVersion: z.int(), routes: z.record(z.string(), z.string()), messages: z.record(z.string(), z.string()) });
type Lock = z.infer<typeof Lock>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' });
/** Twelve digits: enough to tell a change from none, and short enough to read in a diff. */
const digest = (value: unknown): string => createHash('sha256').update(canonicalize(value) ?? '').digest('hex').slice(0, 12);

const now: Lock = {
  protocolVersion: PROTOCOL_VERSION,
  routes: Object.fromEntries([...ROUTES].map(([name, { method, path, params, query, body, out }]) => [
    name, digest([method, path, schemaOf(params, 'input'), schemaOf(query, 'input'), schemaOf(body, 'input'), schemaOf(out, 'output')]),
  ])),
  messages: Object.fromEntries(Object.entries({ LiveBatch, Heartbeat, Positions, Snapshot }).map(([name, message]) => [name, digest(schemaOf(message, 'output'))])),
};

if (process.env['UPDATE_WIRE'] === '1') writeFileSync(LOCK, `${JSON.stringify(now, null, 2)}\n`);
const lock = Lock.parse(JSON.parse(readFileSync(LOCK, 'utf8')));

function changes(kind: 'routes' | 'messages'): string[] {
  const names = new Set([...Object.keys(lock[kind]), ...Object.keys(now[kind])]);
  return [...names].filter((name) => lock[kind][name] !== now[kind][name])
    .map((name) => `${name} ${now[kind][name] === undefined ? 'is gone' : lock[kind][name] === undefined ? 'is new' : 'has changed'}`);
}

test('the wire is the one that was agreed', () => {
  const changed = [...changes('routes'), ...changes('messages')];
  if (changed.length > 0) {
    throw new Error(`The wire has changed: ${changed.join(', ')}. If old tablets or servers would not understand it, bump PROTOCOL_VERSION (now ${PROTOCOL_VERSION}). `
      + 'Then write it down knowingly: UPDATE_WIRE=1 npm test -- test/protocol/wire.test.ts (the head of that file says when which).');
  }
});

test('a new version of the protocol is written down with the wire that it stands for', () => expect(PROTOCOL_VERSION).toBe(lock.protocolVersion));
