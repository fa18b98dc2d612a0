// Advice given, or a referral to a service by its name.
import { decideAdvice } from '../../../shared/domain/advice.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { newId } from '../../database/transaction.ts';
import { saveOptional, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';

export const giveAdvice: Command<typeof routes.giveAdvice> = async (tx, input) => {
  const adviceId = newId();
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideAdvice(file, {
    adviceId, kind: input.kind, serviceId: await saveOptional(tx, input.incidentId, input.service), saidId: await saveStatement(tx, input.incidentId, input.said),
  }, who));
  return { adviceId };
};
