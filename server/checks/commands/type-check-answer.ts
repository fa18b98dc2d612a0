// Types what a source answered on the phone.
import { decideTypedAnswer } from '../../../shared/domain/check.ts';
import type * as routes from '../../../shared/protocol/checks.ts';
import { newId } from '../../database/transaction.ts';
import { saveOptional, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { foundMeansAfresh } from '../found-means-afresh.ts';
import { sourcesInUse } from '../source.store.ts';

export const typeCheckAnswer: Command<typeof routes.typeCheckAnswer> = async (tx, input) => {
  const checkId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) => foundMeansAfresh(tx, file, decideTypedAnswer(file, {
    checkId, personId: input.personId, source: input.source, result: input.result, answererId: await saveStatement(tx, input.incidentId, input.answeredBy), wordsId: await saveOptional(tx, input.incidentId, input.words),
  }, await sourcesInUse(tx), who)));
};
