// A source whose system answers nothing is told to control, once, and is over when it answers again: both on the log (docs/practice.md, Checks).
import { isSilent } from '../../shared/domain/silence.ts';
import { byItself, type AlarmContext } from '../alarms/fire-alarms.ts';
import { appendRecorded, record } from '../events/append.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import type { Tx } from '../database/transaction.ts';
import { countFailure, endSilence, isCounting, markTold } from './silence.store.ts';

const recordSilence = (tx: Tx, name: string, silenceId: string, payload: { source: string }): void =>
  record(tx, { name, at: tx.now, byId: NIGHTJAR.staffId, entityType: 'checkSource', entityId: silenceId, incidentId: null, payload });

/** Answers whether control was told now. */
export async function noteFailure(context: AlarmContext, source: string): Promise<boolean> {
  const now = context.clock.now();
  const silence = await countFailure(context.db, source, now);
  if (silence === undefined || silence.told || !isSilent(silence, now)) return false;
  return byItself(context, async (tx) => {
    if (!await markTold(tx, silence.id)) return false;
    recordSilence(tx, 'checkSource.silent', silence.id, { source });
    await appendRecorded(tx);
    return true;
  });
}

/** Answers whether a silence that had been told is over now. */
export async function noteAnswer(context: AlarmContext, source: string): Promise<boolean> {
  if (!await isCounting(context.db, source)) return false;
  return byItself(context, async (tx) => {
    const silenceId = await endSilence(tx, source);
    if (silenceId === null) return false;
    recordSilence(tx, 'checkSource.answeredAgain', silenceId, { source });
    await appendRecorded(tx);
    return true;
  });
}
