// Routes for an administrator about other systems that send calls: who they are, and the keys that they send them with.
import { z } from 'zod';
import { DOORS } from '../domain/incident-words.ts';
import { At, Id, Line } from './fields.ts';
import { command, Done, route } from './route.ts';

const ADMIN = ['administrator'] as const;

export const SystemView = z.strictObject({
  id: z.string(), name: z.string(), door: z.enum(DOORS), organisation: z.string(), addedAt: At,
  keys: z.array(z.strictObject({ id: z.string(), madeAt: At, lastUsedAt: At.nullable(), revokedAt: At.nullable() })).meta({ description: 'Never the key itself' }),
});
export type SystemView = z.infer<typeof SystemView>;

export const listSystems = route('GET', '/admin/systems', { summary: 'The other systems that may send calls, with their keys', may: ADMIN, out: z.array(SystemView) });
export const addSystem = route('POST', '/admin/systems', {
  summary: 'Add a system that sends calls by one door, for one organisation', may: ADMIN, body: command({ name: Line, door: z.enum(DOORS), organisationId: Id }), out: Done, refusals: ['name-taken', 'not-found'],
});
export const makeSystemKey = route('POST', '/admin/systems/:systemId/keys', {
  summary: 'A new key for a system, answered this once; its other keys go on', may: ADMIN, params: { systemId: Id }, body: command({}), out: z.strictObject({ keyId: z.string(), key: z.string() }),
  refusals: ['not-found', 'key-made-already'],
});
export const revokeSystemKey = route('POST', '/admin/system-keys/:keyId/revoke', {
  summary: 'Revoke a key: from this moment nothing more is taken with it', may: ADMIN, params: { keyId: Id }, body: command({}), out: Done, refusals: ['not-found'],
});
