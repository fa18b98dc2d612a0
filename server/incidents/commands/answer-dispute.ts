// The answer to a dispute about who leads, and who gave it.
import { decideAnswerDispute } from '../../../shared/domain/lead.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const answerDispute: Command<typeof routes.answerDispute> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideAnswerDispute(file, {
    leadId: input.leadId, answererId: await saveStatement(tx, input.incidentId, input.answeredBy), outcome: input.outcome, reasonId: await saveStatement(tx, input.incidentId, input.reason),
  }, who));
};
