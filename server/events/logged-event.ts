// One line of the log, and the chain that makes a changed line show.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Instant } from '../../shared/domain/instant.ts';

export interface LoggedEvent {
  seq: number;
  occurredAt: Instant;
  receivedAt: Instant;
  actor: string | null;
  organisation: string | null;
  commandId: string | null;
  name: string;
  eventVersion: number;
  entityType: string;
  entityId: string;
  incidentId: string | null;
  payload: Record<string, unknown>;
  prevHash: string;
  hash: string;
}

/** What the first line follows. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the canonical text (RFC 8785) of everything but the hash itself. */
export const hashOf = (event: Omit<LoggedEvent, 'hash'>): string => createHash('sha256').update(canonicalize(event) ?? '').digest('hex');

export interface EventRow {
  seq: number; occurred_at: Instant; received_at: Instant; actor: string | null; organisation: string | null; command_id: string | null; name: string; event_version: number;
  entity_type: string; entity_id: string; incident_id: string | null; payload: Record<string, unknown>; prev_hash: string; hash: string;
}

export const loggedEvent = (row: EventRow): LoggedEvent => ({
  seq: row.seq, occurredAt: row.occurred_at, receivedAt: row.received_at, actor: row.actor, organisation: row.organisation, commandId: row.command_id, name: row.name,
  eventVersion: row.event_version, entityType: row.entity_type, entityId: row.entity_id, incidentId: row.incident_id, payload: row.payload, prevHash: row.prev_hash, hash: row.hash,
});
