// Brings a file of calls in, a batch a transaction: killed in the middle and begun again, it goes on, and nothing is there twice.
import type { Readable } from 'node:stream';
import { reportTimeRefused } from '../../shared/domain/decide-grade.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { runCommand, type CommandContext } from '../database/run-command.ts';
import { newId, Refused } from '../database/transaction.ts';
import { tellServers } from '../events/relay.ts';
import { actorOfSystem, type CallingSystem } from '../identity/system-key.ts';
import { ownerForOutside } from '../incidents/owner.store.ts';
import { raiseCall } from '../incidents/raise-call.ts';
import { readCallFile, type FileCall, type FileRow } from './call-file.ts';
import { claimReference, claimReferences, digestOfCall, findCalls } from './outside-call.store.ts';
import { keepPastCalls } from './past-call.ts';
import { callToRaise } from './to-raise.ts';

export const RESULTS = ['taken', 'already there', 'refused'] as const;
/** `why` names columns and rules, never what a row says of anybody. */
export interface LineResult { line: number; result: (typeof RESULTS)[number]; why: string }
export interface ImportRun {
  context: CommandContext; system: CallingSystem;
  /** Past: closed, for look-ups alone. Open: raised as work for tonight, within the time of a late entry. */
  as: 'past' | 'open';
  /** Judges every row and writes nothing. */
  dryRun: boolean;
  onResults(results: readonly LineResult[], bytesRead: number): Promise<void>;
}

/** Servers show a log that is at most so far ahead of them as ready (200 lines). */
const BATCH = 100;

export async function importCalls(run: ImportRun, file: Readable): Promise<void> {
  let batch: FileRow[] = [];
  const settle = async (): Promise<void> => {
    if (batch.length === 0) return;
    const results = await settleBatch(run, batch);
    await run.onResults(results, batch.at(-1)?.bytesRead ?? 0);
    batch = [];
  };
  await readCallFile(file, async (row) => {
    batch.push(row);
    if (batch.length === BATCH) await settle();
  }).catch(async (error: unknown) => {
    await settle();
    throw error;
  });
  await settle();
}

interface Candidate { line: number; from: FileCall; digest: string }

async function settleBatch(run: ImportRun, rows: readonly FileRow[]): Promise<LineResult[]> {
  const { context, system } = run;
  const results: LineResult[] = [];
  const candidates: Candidate[] = [];
  for (const { line, row } of rows) {
    const why = 'problems' in row ? row.problems.join('; ') : timeRefused(run, row, context.clock.now());
    if (why !== null || 'problems' in row) results.push({ line, result: 'refused', why: why ?? '' });
    else candidates.push({ line, from: row, digest: digestOfCall(context.keys, system.id, row.call) });
  }
  const known = new Map((await findCalls(context.db, system.id, candidates.map(({ from }) => from.call.reference))).map(({ reference, digest }) => [reference, digest]));
  const fresh: Candidate[] = [];
  for (const candidate of candidates) {
    const before = known.get(candidate.from.call.reference);
    if (before === undefined) {
      known.set(candidate.from.call.reference, candidate.digest);
      fresh.push(candidate);
    } else results.push(cameBefore(candidate, before));
  }
  results.push(...(run.dryRun ? fresh.map(takenAs) : run.as === 'past' ? await keepPast(run, fresh) : await raiseOpen(run, fresh)));
  if (!run.dryRun && fresh.length > 0) await tellServers(context.db);
  return results.toSorted((a, b) => a.line - b.line);
}

const takenAs = ({ line, from }: Candidate): LineResult => ({ line, result: 'taken', why: from.notes.join('; ') });
const cameBefore = ({ line, digest }: Candidate, before: string): LineResult =>
  (before === digest ? { line, result: 'already there', why: '' } : { line, result: 'refused', why: refusalSentence({ code: 'reference-reused' }) });

function timeRefused({ as, system }: ImportRun, { call, beside }: FileCall, now: Instant): string | null {
  const code = reportTimeRefused(callToRaise(call, system.door, now).reportedAt, now);
  if (code === 'reported-in-future' || (code !== null && as === 'open')) return `reported_at: ${refusalSentence({ code })}`;
  if (as === 'open') return beside.endedAt === null && beside.grade === null && beside.outcome === null ? null : 'ended_at, grade, outcome: are of past calls: bring this one in as past, or leave them empty';
  if (beside.endedAt !== null && (beside.endedAt < call.reportedAt || beside.endedAt > now)) return 'ended_at: must be after the report and not after now';
  return null;
}

async function keepPast({ context, system }: ImportRun, fresh: readonly Candidate[]): Promise<LineResult[]> {
  if (fresh.length === 0) return [];
  const { answer: claimed } = await runCommand(context, actorOfSystem(system), { commandId: newId(), route: 'import calls', input: null }, async (tx) => {
    const ids = await claimReferences(tx, system.id, fresh.map(({ from, digest }) => ({ reference: from.call.reference, digest })));
    await keepPastCalls(tx, system, fresh.flatMap(({ from }) => { const incidentId = ids.get(from.call.reference); return incidentId === undefined ? [] : [{ incidentId, from }]; }));
    return [...ids.keys()];
  });
  // One that is not ours was claimed by another run of the same file at this moment.
  const ours = new Set(claimed);
  return fresh.map((candidate) => (ours.has(candidate.from.call.reference) ? takenAs(candidate) : { line: candidate.line, result: 'already there', why: '' }));
}

/** Each in a transaction of its own: work for tonight is on the screens at once, and one that is refused holds up no other. */
async function raiseOpen({ context, system }: ImportRun, fresh: readonly Candidate[]): Promise<LineResult[]> {
  const results: LineResult[] = [];
  for (const candidate of fresh) {
    const { line, from, digest } = candidate;
    try {
      const { answer: isTaken } = await runCommand(context, actorOfSystem(system), { commandId: newId(), route: 'import calls', input: null }, async (tx) => {
        const incidentId = await claimReference(tx, system.id, from.call.reference, digest);
        if (incidentId === null) return false;
        await raiseCall(tx, callToRaise(from.call, from.beside.door ?? system.door, tx.now), { incidentId, owner: await ownerForOutside(tx), dutyId: null });
        return true;
      });
      results.push(isTaken ? takenAs(candidate) : { line, result: 'already there', why: '' });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      results.push({ line, result: 'refused', why: error.message });
    }
  }
  return results;
}
