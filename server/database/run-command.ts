// Runs a command: once per command id, in one transaction, refusals kept as answers, passing faults tried again.
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { REFUSALS, REFUSAL_CODES, type RefusalCode } from '../../shared/domain/refusal.ts';
import type { Refusal } from '../../shared/domain/decision.ts';
import type { Clock } from '../clock/clock.ts';
import { appending } from '../events/append.ts';
import type { LogKeys } from '../events/keys.ts';
import type { Actor } from '../identity/actor.ts';
import { inTransaction, newTx, Refused, type Tx } from './transaction.ts';

export interface CommandContext { db: DataSource; clock: Clock; keys: LogKeys; committed: () => void }
export interface Kept<T> { seq: number; answer: T }
type Work<T> = (tx: Tx) => Promise<T>;

interface CommandRow { account_id: string; route: string; body_digest: string; status: number; answer: unknown }

const TRIES = 4;
/** Deadlock, serialization, lock timeout: nothing was written, so the same command may be tried again. */
export const PASSING = new Set(['40P01', '40001', '55P03']);
const UNIQUE_VIOLATION = '23505';

export interface CommandIdentity { commandId: string; route: string; input: unknown }

/** The same id with the same body gives the first answer, a refusal too; with another body or account it is refused. */
export async function runCommand<T>(context: CommandContext, actor: Actor, identity: CommandIdentity, work: Work<T>): Promise<Kept<T>> {
  const digest = createHash('sha256').update(JSON.stringify(identity.input)).digest('hex');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(context, actor, identity, digest, work);
    } catch (error) {
      if (isRepeatOfCommand(error)) {
        const answered = await findAnswer<T>(context.db, actor, identity, digest);
        if (answered !== undefined) return answered;
      }
      if (!PASSING.has(codeOf(error))) throw error;
      if (attempt === TRIES) throw new Refused('busy');
    }
  }
}

async function attemptOnce<T>(context: CommandContext, actor: Actor, identity: CommandIdentity, digest: string, work: Work<T>): Promise<Kept<T>> {
  const outcome = await inTransaction(context.db, async (manager, commit) => {
    const tx = newTx(manager, { actor, now: context.clock.now(), commandId: identity.commandId, keys: context.keys });
    const [, first] = await Promise.all([tx.query('SAVEPOINT command'), findAnswer<T>(tx, actor, identity, digest)]);
    if (first !== undefined) return first;
    try {
      const answer = await work(tx);
      const { seq, written } = await appending(tx);
      await Promise.all([written, keepAnswer(tx, actor, identity, digest, 200, { seq, answer }), commit()]);
      return { seq, answer };
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === null) throw error;
      await Promise.all([tx.query('ROLLBACK TO SAVEPOINT command'), keepAnswer(tx, actor, identity, digest, REFUSALS[refused.refusal.code][0], refused.refusal), commit()]);
      return refused;
    }
  });
  if (outcome instanceof Refused) throw outcome;
  context.committed();
  return outcome;
}

/** What the database forbids reads as the refusal that the rule would have given. */
const FORBIDDEN: Record<string, RefusalCode> = {
  assignment_one_live_visit: 'responder-busy', duty_one_at_a_time: 'already-on-duty', team_call_sign_on_duty: 'call-sign-taken', handover_one_waiting: 'handover-waiting',
  downgrade_request_one_waiting: 'request-waiting', incident_second_person: 'downgrade-needs-second-person', account_username_key: 'name-taken', organisation_name_key: 'name-taken', outside_system_name_key: 'name-taken',
  receiving_team_name_key: 'name-taken', booked_visit_one_place_at_a_time: 'visit-overlaps', booked_visit_one_for_a_leg: 'visit-booked-already', shift_one_place: 'shift-overlaps', reservation_one_at_a_time: 'held-already',
};

function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  const code = FORBIDDEN[constraintOf(error)];
  return code === undefined ? null : new Refused(code);
}

const field = (error: unknown, name: string): string => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
};
export const codeOf = (error: unknown): string => field(error, 'code');
const constraintOf = (error: unknown): string => field(error, 'constraint');
const isRepeatOfCommand = (error: unknown): boolean => codeOf(error) === UNIQUE_VIOLATION && constraintOf(error) === 'command_pkey';

const keepAnswer = (tx: Tx, actor: Actor, identity: CommandIdentity, digest: string, status: number, answer: unknown): Promise<unknown> =>
  tx.query('INSERT INTO command (id, account_id, route, body_digest, status, answer, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [identity.commandId, actor.accountId, identity.route, digest, status, JSON.stringify(answer), tx.now]);

async function findAnswer<T>(db: Pick<Tx, 'query'>, actor: Actor, identity: CommandIdentity, digest: string): Promise<Kept<T> | undefined> {
  const [kept] = await db.query<CommandRow[]>('SELECT account_id, route, body_digest, status, answer FROM command WHERE id = $1', [identity.commandId]);
  if (kept === undefined) return undefined;
  if (kept.account_id !== actor.accountId || kept.route !== identity.route || kept.body_digest !== digest) throw new Refused('command-id-reused');
  if (isRefusal(kept.answer)) throw new Refused(kept.answer.code, kept.answer.facts);
  return kept.answer as Kept<T>;
}

const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'code' in answer && REFUSAL_CODES.some((code) => code === answer.code);
