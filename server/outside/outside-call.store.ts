// Which incident each reference of each system became: once, whoever sends it again and however often.
import canonicalize from 'canonicalize';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { CallState } from '../../shared/protocol/outside.ts';
import type { OutsideCall } from '../../shared/protocol/outside-call.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, type Tx } from '../database/transaction.ts';
import { digestOf } from '../events/keys.ts';
import type { Instant } from '../../shared/domain/instant.ts';

export interface KnownCall { reference: string; digest: string; incidentId: Id; receivedAt: Instant }

/** Keyed: what a call says could be guessed from a bare digest of it. What is null, false or empty counts as not said, so that a field that is new one day changes none. */
export const digestOfCall = (keys: Tx['keys'], systemId: Id, call: OutsideCall): string => digestOf(keys, systemId, canonicalize(said(call)) ?? '');

function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, said(field)] as const).filter(([, field]) => !isNothing(field)));
}
const isNothing = (value: unknown): boolean => value === null || value === undefined || value === false || (typeof value === 'object' && Object.keys(value).length === 0);

export const findCalls = (db: Queryable, systemId: Id, references: readonly string[]): Promise<KnownCall[]> => db.query<KnownCall[]>(
  'SELECT reference, digest, incident_id AS "incidentId", received_at AS "receivedAt" FROM outside_call WHERE system_id = $1 AND reference = ANY($2)', [systemId, references]);

/** The id its incident will have; null where the reference is taken, also by a sender at this same moment, whom this waits for. */
export async function claimReference(tx: Tx, systemId: Id, reference: string, digest: string): Promise<Id | null> {
  const rows = await tx.query<{ incident_id: Id }[]>(
    'INSERT INTO outside_call (system_id, reference, digest, incident_id, received_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING incident_id', [systemId, reference, digest, newId(), tx.now]);
  return rows[0]?.incident_id ?? null;
}

export interface FirstAnswer { digest: string; night: string; number: number; receivedAt: Instant }
export async function findAnswer(db: Queryable, systemId: Id, reference: string): Promise<FirstAnswer | null> {
  const [row] = await db.query<FirstAnswer[]>(
    'SELECT c.digest, c.received_at AS "receivedAt", i.night, i.number FROM outside_call c JOIN incident i ON i.id = c.incident_id WHERE c.system_id = $1 AND c.reference = $2', [systemId, reference]);
  return row ?? null;
}

/** Of what this system itself sent, and no more than a word. A restricted one stays at "received", whatever is done with it. */
export async function stateOfCall(db: Queryable, systemId: Id, reference: string): Promise<CallState | null> {
  const [row] = await db.query<{ state: CallState }[]>(
    `SELECT CASE WHEN i.restricted THEN 'received' WHEN i.state = 'closed' THEN 'ended' WHEN i.first_graded_at IS NOT NULL THEN 'being-worked' ELSE 'received' END AS state
     FROM outside_call c JOIN incident i ON i.id = c.incident_id WHERE c.system_id = $1 AND c.reference = $2`, [systemId, reference]);
  return row?.state ?? null;
}

/** Of many, those that nobody has claimed, each with the id its incident will have. */
export async function claimReferences(tx: Tx, systemId: Id, calls: readonly { reference: string; digest: string }[]): Promise<Map<string, Id>> {
  const inOrder = calls.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
  const rows = await tx.query<{ reference: string; incident_id: Id }[]>(
    `INSERT INTO outside_call (system_id, reference, digest, incident_id, received_at) SELECT $1, reference, digest, id, $2 FROM unnest($3::text[], $4::text[], $5::uuid[]) AS c (reference, digest, id)
     ON CONFLICT DO NOTHING RETURNING reference, incident_id`, [systemId, tx.now, inOrder.map(({ reference }) => reference), inOrder.map(({ digest }) => digest), inOrder.map(() => newId())]);
  return new Map(rows.map(({ reference, incident_id: incidentId }) => [reference, incidentId]));
}
