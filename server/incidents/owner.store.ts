// Who holds what: an incident's owner is never null, and is somebody on duty.
import type { Id } from '../../shared/domain/incident-file.ts';
import { ADVISORY_KEYS } from '../database/advisory-keys.ts';
import type { Tx } from '../database/transaction.ts';

export interface Owner { staffId: Id; organisationId: Id; name: string; onDuty: boolean }

/** Control and the EDT desk own what they raise. A responder drives on: the longest-serving in control holds it, the EDT desk failing that, and cannot book off meanwhile. */
export async function ownerForRaised(tx: Tx): Promise<Owner> {
  if (tx.actor.seat !== 'responder') return { staffId: tx.actor.staffId, organisationId: tx.actor.organisationId, name: tx.actor.name, onDuty: true };
  return await longestServing(tx) ?? { staffId: tx.actor.staffId, organisationId: tx.actor.organisationId, name: tx.actor.name, onDuty: true };
}

/**
 * For a call that nobody here took. With nobody on duty it waits under the name of the system that it came by, and whoever next books on in control or at
 * the EDT desk takes it. Both hold one lock: neither passes the other by.
 */
export async function ownerForOutside(tx: Tx): Promise<Owner> {
  const onDuty = await longestServing(tx);
  if (onDuty !== undefined) return onDuty;
  await lockWaiting(tx);
  return await longestServing(tx) ?? { staffId: tx.actor.staffId, organisationId: tx.actor.organisationId, name: tx.actor.name, onDuty: false };
}

/** What waits under a system's name, and its lock. What is concealed is given away by those who are named on it alone. */
export async function lockWaitingIncidents(tx: Tx): Promise<{ id: Id; ownerId: Id }[]> {
  await lockWaiting(tx);
  return tx.query("SELECT i.id, i.owner_id AS \"ownerId\" FROM incident i JOIN outside_system o ON o.id = i.owner_id WHERE i.state = 'open' AND NOT i.restricted ORDER BY i.id");
}
const lockWaiting = (tx: Tx): Promise<unknown> => tx.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_KEYS.callsWaiting]);

async function longestServing(tx: Tx): Promise<Owner | undefined> {
  const [row] = await tx.query<Owner[]>(
    `SELECT d.staff_id AS "staffId", d.organisation_id AS "organisationId", s.name, true AS "onDuty" FROM duty d JOIN staff s ON s.id = d.staff_id
     WHERE d.ended_at IS NULL AND d.seat IN ('control', 'edt') ORDER BY (d.seat = 'control') DESC, d.started_at LIMIT 1 FOR SHARE OF d`);
  return row;
}

/** Holds the duty's row, so that an owner cannot book off while being given something. */
export async function findOwner(tx: Tx, staffId: Id): Promise<Owner | null> {
  const [row] = await tx.query<Owner[]>('SELECT s.id AS "staffId", s.organisation_id AS "organisationId", s.name FROM staff s WHERE s.id = $1', [staffId]);
  if (row === undefined) return null;
  const duties = await tx.query<unknown[]>("SELECT 1 FROM duty WHERE staff_id = $1 AND ended_at IS NULL AND seat IN ('control', 'edt') FOR SHARE", [staffId]);
  return { ...row, onDuty: duties.length > 0 };
}

/** What a person still holds: nobody books off holding anything. */
export async function heldBy(tx: Tx, staffId: Id): Promise<{ incidentIds: Id[]; handovers: number; followUps: number }> {
  const incidents = await tx.query<{ id: Id }[]>("SELECT id FROM incident WHERE owner_id = $1 AND state = 'open' ORDER BY id", [staffId]);
  const [row] = await tx.query<{ handovers: number; follow_ups: number }[]>(
    `SELECT (SELECT count(*) FROM handover h JOIN incident i ON i.id = h.incident_id WHERE h.sent_by_id = $1 AND h.state = 'sent' AND i.owner_id = $1) AS handovers,
            (SELECT count(*) FROM follow_up f JOIN incident i ON i.id = f.incident_id WHERE i.owner_id = $1 AND f.decision IS NULL AND i.state = 'open') AS follow_ups`, [staffId]);
  return { incidentIds: incidents.map(({ id }) => id), handovers: row?.handovers ?? 0, followUps: row?.follow_ups ?? 0 };
}

export const isInControl = async (tx: Tx, staffId: Id): Promise<boolean> => (await tx.query<unknown[]>("SELECT FROM duty WHERE staff_id = $1 AND ended_at IS NULL AND seat = 'control'", [staffId])).length > 0;
