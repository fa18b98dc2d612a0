// What an administrator does with other systems and their keys; each is on the log, by id. A key is answered once and kept only as a digest.
import type * as routes from '../../shared/protocol/systems.ts';
import { newId, Refused, type Tx } from '../database/transaction.ts';
import { record } from '../events/append.ts';
import { actorOf, type Command, type Exchange } from '../http/handle.ts';
import { keyText, newSecret } from './system-key.ts';
import { createSystem } from './systems.store.ts';
import { wallNow } from '../clock/clock.ts';

const recordSystem = (tx: Tx, name: string, systemId: string, payload: Record<string, unknown>): void =>
  record(tx, { name, at: tx.now, byId: tx.actor.staffId, entityType: 'system', entityId: systemId, incidentId: null, payload });

export const addSystem: Command<typeof routes.addSystem> = async (tx, input) => {
  const known = await tx.query<unknown[]>('SELECT FROM organisation WHERE id = $1', [input.organisationId]);
  if (known.length === 0) throw new Refused('not-found');
  const systemId = await createSystem(tx, input);
  recordSystem(tx, 'system.added', systemId, { door: input.door, organisationId: input.organisationId });
  return { systemId };
};

/** The answer that is kept for a repeat holds no key: it is shown once, or not at all. */
export const makeSystemKey: Exchange<typeof routes.makeSystemKey> = async (rooms, input, request) => {
  const { secret, digest } = newSecret();
  let made = false;
  const { answer } = await rooms.command(actorOf(request), { method: 'POST', path: '/admin/system-keys' }, input, async (tx) => {
    const key = await keepKey(tx, input, digest);
    made = true;
    return key;
  });
  if (!made) throw new Refused('key-made-already');
  return { keyId: answer.keyId, key: keyText(answer.keyId, secret) };
};

export async function keepKey(tx: Tx, { systemId }: { systemId: string }, digest: string): Promise<{ keyId: string }> {
  const known = await tx.query<unknown[]>('SELECT FROM outside_system WHERE id = $1', [systemId]);
  if (known.length === 0) throw new Refused('not-found');
  const keyId = newId();
  await tx.query('INSERT INTO system_key (id, system_id, digest, made_at) VALUES ($1, $2, $3, $4)', [keyId, systemId, digest, wallNow()]);
  recordSystem(tx, 'system.keyMade', systemId, { keyId });
  return { keyId };
}

export const revokeSystemKey: Command<typeof routes.revokeSystemKey> = async (tx, input) => {
  const [key] = await tx.query<{ system_id: string; revoked_at: string | null }[]>('SELECT system_id, revoked_at FROM system_key WHERE id = $1 FOR UPDATE', [input.keyId]);
  if (key === undefined) throw new Refused('not-found');
  if (key.revoked_at !== null) return;
  await tx.query('UPDATE system_key SET revoked_at = $2 WHERE id = $1', [input.keyId, wallNow()]);
  recordSystem(tx, 'system.keyRevoked', key.system_id, { keyId: input.keyId });
};
