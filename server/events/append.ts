// Appends what a command recorded. One advisory lock, the last of the transaction, makes commit order seq order.
import { ADVISORY_KEYS } from '../database/advisory-keys.ts';
import { newId, type NewEvent, type Tx } from '../database/transaction.ts';
import { digestOf } from './keys.ts';
import { GENESIS, hashOf, type LoggedEvent } from './logged-event.ts';

const EVENT_VERSION = 1;

export function record(tx: Tx, event: NewEvent): void {
  const digests = Object.fromEntries(Object.values(event.payload).filter((value) => typeof value === 'string').flatMap((id) => {
    const digest = tx.digests.get(id);
    return digest === undefined ? [] : [[id, digest]];
  }));
  tx.recorded.push({ ...event, payload: Object.keys(digests).length === 0 ? event.payload : { ...event.payload, digests } });
}

/** Personal and free text lives here, never in an event: erasing it leaves the chain whole. Answers the id, or null for nothing said. */
export async function saveStatement(tx: Tx, incidentId: string | null, body: string, options: { internal?: boolean } = {}): Promise<string> {
  const id = newId();
  const salt = newId();
  await tx.query('INSERT INTO statement (id, incident_id, organisation_id, by_id, body, salt, internal, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, incidentId, tx.actor.organisationId, tx.actor.staffId, body, salt, options.internal ?? false, tx.now]);
  tx.digests.set(id, digestOf(tx.keys, salt, body));
  return id;
}

export const saveOptional = (tx: Tx, incidentId: string | null, body: string | null): Promise<string | null> =>
  body === null ? Promise.resolve(null) : saveStatement(tx, incidentId, body);

/** Answers the place in the log that the command reached. */
export async function appendRecorded(tx: Tx): Promise<number> {
  const { seq, written } = await appending(tx);
  await written;
  return seq;
}

/** The same, while the lines are still being written: what follows at once, the commit too, is on its way with them. */
export async function appending(tx: Tx): Promise<{ seq: number; written: Promise<unknown> }> {
  if (tx.recorded.length === 0) return { seq: await headOf(tx), written: Promise.resolve() };
  // Two statements, asked together: the second one's snapshot must be taken after the lock is held.
  const [, [head]] = await Promise.all([
    tx.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_KEYS.log]), tx.query<{ seq: number; hash: string }[]>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1'),
  ]);
  const lines: LoggedEvent[] = [];
  for (const event of tx.recorded) lines.push(chained(tx, event, lines.at(-1) ?? head ?? { seq: 0, hash: GENESIS }));
  return { seq: lines.at(-1)?.seq ?? 0, written: insert(tx, lines) };
}

function chained(tx: Tx, event: NewEvent, last: Pick<LoggedEvent, 'seq' | 'hash'>): LoggedEvent {
  const line: Omit<LoggedEvent, 'hash'> = {
    seq: last.seq + 1, occurredAt: event.at, receivedAt: tx.now, actor: event.byId, organisation: tx.actor.organisationId, commandId: tx.commandId, name: event.name,
    eventVersion: EVENT_VERSION, entityType: event.entityType, entityId: event.entityId, incidentId: event.incidentId,
    payload: JSON.parse(JSON.stringify(event.payload)), prevHash: last.hash,
  };
  return { ...line, hash: hashOf(line) };
}

const COLUMNS = ['seq', 'occurredAt', 'receivedAt', 'actor', 'organisation', 'commandId', 'name', 'eventVersion', 'entityType', 'entityId', 'incidentId', 'payload', 'prevHash', 'hash'] as const;

function insert(tx: Tx, lines: readonly LoggedEvent[]): Promise<unknown> {
  const values = lines.map((_, i) => `(${COLUMNS.map((_column, j) => `$${i * COLUMNS.length + j + 1}`).join(', ')})`).join(', ');
  return tx.query(
    `INSERT INTO event (seq, occurred_at, received_at, actor, organisation, command_id, name, event_version, entity_type, entity_id, incident_id, payload, prev_hash, hash) VALUES ${values}`,
    lines.flatMap((line) => COLUMNS.map((column) => (column === 'payload' ? JSON.stringify(line.payload) : line[column]))),
  );
}

export async function headOf(db: Pick<Tx, 'query'>): Promise<number> {
  const [head] = await db.query<{ seq: number }[]>('SELECT seq FROM event ORDER BY seq DESC LIMIT 1');
  return head?.seq ?? 0;
}
