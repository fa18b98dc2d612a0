// One command, one transaction: what a command is given, and what is written when it ends.
import { v7 } from 'uuid';
import type { DataSource, EntityManager } from 'typeorm';
import type { Decision, Refusal } from '../../shared/domain/decision.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { refusalSentence, type RefusalCode } from '../../shared/domain/refusal.ts';
import type { LogKeys } from '../events/keys.ts';
import type { Actor } from '../identity/actor.ts';

/** An event to be appended, before it has its place in the log. */
export interface NewEvent { name: string; at: Instant; byId: string; entityType: string; entityId: string; incidentId: string | null; payload: Record<string, unknown> }

export interface Tx {
  manager: EntityManager;
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
  actor: Actor;
  now: Instant;
  commandId: string | null;
  keys: LogKeys;
  /** Filled by `record`, appended as the last thing before commit. */
  recorded: NewEvent[];
  /** Digest of each statement saved here, by id. */
  digests: Map<string, string>;
}

export const newTx = (manager: EntityManager, context: Pick<Tx, 'actor' | 'now' | 'commandId' | 'keys'>): Tx =>
  ({ manager, query: <T>(sql: string, parameters?: unknown[]) => manager.query<T>(sql, parameters), ...context, recorded: [], digests: new Map() });

/**
 * What `work` asks first goes out together with the start, and the last together with `commit`: nobody waits for an answer that only says "done".
 * Rolled back where `work` throws, or does not commit.
 */
export async function inTransaction<T>(db: DataSource, work: (manager: EntityManager, commit: () => Promise<void>) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  let committing = false;
  const commit = async (): Promise<void> => {
    committing = true;
    await runner.query('COMMIT');
  };
  try {
    await runner.connect();
    const [, result] = await Promise.all([runner.query('START TRANSACTION'), work(runner.manager, commit)]);
    if (!committing) await runner.query('ROLLBACK');
    return result;
  } catch (error) {
    // Of a commit that failed nothing is left; of a lost connection neither.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/** The expected "no": rolls the command back, and is kept as its answer. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(code: RefusalCode, facts?: Record<string, string>) {
    super(refusalSentence(facts === undefined ? { code } : { code, facts }));
    this.refusal = facts === undefined ? { code } : { code, facts };
  }
}

/** The rule's events, or its refusal thrown. */
export function decided<E>(decision: Decision<E>): readonly E[] {
  if (!decision.accepted) throw new Refused(decision.refusal.code, decision.refusal.facts);
  return decision.events;
}

/** In the order of time, so that what belongs to one night lies together in every index however long the past grows. No secret: tokens are made elsewhere. */
export const newId = (): string => v7();
