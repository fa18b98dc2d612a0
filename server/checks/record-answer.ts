// Writes on the incident's log what a source answered, or that it did not: the product's own doing, in a transaction of its own.
import type { CheckFailure } from '../../shared/domain/check.ts';
import { decideSystemAnswer } from '../../shared/domain/check.ts';
import { byItself, type AlarmContext } from '../alarms/fire-alarms.ts';
import { decided } from '../database/transaction.ts';
import { appendRecorded, saveOptional } from '../events/append.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { write } from '../incidents/change-incident.ts';
import { lockFile } from '../incidents/incident.store.ts';
import type { Answer } from './adapter.ts';
import { dropWork, type CheckWork } from './check-work.store.ts';
import { foundMeansAfresh } from './found-means-afresh.ts';

/** Answers whether anything was written: somebody may have struck the question out, or another server have been first. */
export const recordAnswer = (context: AlarmContext, { checkId, incidentId }: CheckWork, answer: Answer | { failure: CheckFailure }): Promise<boolean> => byItself(context, async (tx) => {
  const stored = await lockFile(tx, incidentId, { unseen: true });
  const said = 'failure' in answer ? answer : {
    result: answer.result, answererId: await saveOptional(tx, incidentId, answer.answeredBy), wordsId: await saveOptional(tx, incidentId, answer.words),
  };
  const events = decided(await foundMeansAfresh(tx, stored.file, decideSystemAnswer(stored.file, checkId, said, { staffId: NIGHTJAR.staffId, now: tx.now })));
  await write(tx, stored, events);
  await dropWork(tx, checkId);
  if (events.length > 0) await appendRecorded(tx);
  return events.length > 0;
});
