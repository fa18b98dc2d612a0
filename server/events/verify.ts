// Walks the whole chain and the signed checkpoints: finds an edited line, a rewritten stretch, a cut tail, an altered statement.
import { verify as verifySignature, type KeyObject } from 'node:crypto';
import type { Queryable } from '../database/connect.ts';
import type { Checkpoint } from './checkpoint.ts';
import { checkpointText } from './checkpoint.ts';
import { digestOf, type LogKeys } from './keys.ts';
import { GENESIS, hashOf, loggedEvent, type EventRow, type LoggedEvent } from './logged-event.ts';

export interface Finding { seq: number; problem: string }
export interface Verdict { events: number; checkpoints: number; statements: number; findings: Finding[] }

const PAGE = 2_000;

export async function verifyLog(db: Queryable, keys: Pick<LogKeys, 'statementKey' | 'verifyingKey'>, checkpoints: readonly Checkpoint[]): Promise<Verdict> {
  const findings: Finding[] = [];
  const hashes = new Map(checkpoints.map((checkpoint) => [checkpoint.seq, '']));
  let last: Pick<LoggedEvent, 'seq' | 'hash'> = { seq: 0, hash: GENESIS };
  let statements = 0;
  for (;;) {
    const rows = await db.query<EventRow[]>('SELECT * FROM event WHERE seq > $1 ORDER BY seq LIMIT $2', [last.seq, PAGE]);
    if (rows.length === 0) break;
    const lines = rows.map(loggedEvent);
    for (const line of lines) {
      findings.push(...problemsOf(line, last));
      if (hashes.has(line.seq)) hashes.set(line.seq, line.hash);
      last = line;
    }
    const checked = await checkStatements(db, keys, lines);
    statements += checked.count;
    findings.push(...checked.findings);
  }
  findings.push(...checkpoints.flatMap((checkpoint) => checkpointProblems(checkpoint, hashes.get(checkpoint.seq) ?? '', last.seq, keys.verifyingKey)));
  return { events: last.seq, checkpoints: checkpoints.length, statements, findings };
}

function problemsOf(line: LoggedEvent, last: Pick<LoggedEvent, 'seq' | 'hash'>): Finding[] {
  const { hash, ...content } = line;
  const problems: string[] = [];
  if (line.seq !== last.seq + 1) problems.push(`lines ${last.seq + 1} to ${line.seq - 1} are missing`);
  if (line.prevHash !== last.hash) problems.push('it does not follow from the line before');
  if (hash !== hashOf(content)) problems.push('its content was changed');
  return problems.map((problem) => ({ seq: line.seq, problem }));
}

function checkpointProblems(checkpoint: Checkpoint, hash: string, head: number, key: KeyObject): Finding[] {
  const signed = verifySignature(null, Buffer.from(checkpointText(checkpoint)), key, Buffer.from(checkpoint.signature, 'base64'));
  if (!signed) return [{ seq: checkpoint.seq, problem: 'a checkpoint’s signature is not ours' }];
  if (checkpoint.seq > head) return [{ seq: checkpoint.seq, problem: `the log ends at ${head}, but a checkpoint was signed here: its tail was cut` }];
  return hash === checkpoint.hash ? [] : [{ seq: checkpoint.seq, problem: 'it differs from the checkpoint signed at the time: this stretch was rewritten' }];
}

/** A statement may have been erased lawfully; one that is there must be the one that was logged. */
async function checkStatements(db: Queryable, keys: Pick<LogKeys, 'statementKey'>, lines: readonly LoggedEvent[]): Promise<{ count: number; findings: Finding[] }> {
  const logged = lines.flatMap((line) => Object.entries(digestsOf(line)).map(([id, digest]) => ({ id, digest, seq: line.seq })));
  const stored = await db.query<{ id: string; salt: string; body: string }[]>('SELECT id, salt, body FROM statement WHERE id = ANY($1)', [logged.map(({ id }) => id)]);
  const byId = new Map(stored.map((statement) => [statement.id, statement]));
  const findings = logged.flatMap(({ id, digest, seq }) => {
    const statement = byId.get(id);
    return statement !== undefined && digestOf(keys, statement.salt, statement.body) !== digest ? [{ seq, problem: `the text ${id} was changed` }] : [];
  });
  return { count: stored.length, findings };
}

const digestsOf = (line: LoggedEvent): Record<string, string> => {
  const { digests } = line.payload;
  return typeof digests === 'object' && digests !== null ? Object.fromEntries(Object.entries(digests).map(([id, digest]) => [id, String(digest)])) : {};
};
