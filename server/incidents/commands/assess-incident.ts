// New information: answers, flags and risk as they are known now, and what the policy in force proposes for them.
import { missingToMatch } from '../../../shared/domain/decide-missing.ts';
import { decideAssess } from '../../../shared/domain/decide-grade.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { newId } from '../../database/transaction.ts';
import { changeIncident } from '../change-incident.ts';
import { policyNow } from '../policy.store.ts';
import { accept } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';

export const assessIncident: Command<typeof routes.assessIncident> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const facts = { answers: input.answers, flags: input.flags, missingRisk: input.missingRisk };
    const assessed = decideAssess(file, facts, await policyNow(tx, tx.now), who);
    if (!assessed.accepted || (sameList(file.incident.flags, input.flags) && file.incident.missingRisk === input.missingRisk)) return assessed;
    const reasonId = await saveStatement(tx, input.incidentId, 'New information');
    const corrected: IncidentEvent = { name: 'incident.corrected', at: tx.now, byId: who.staffId, flags: input.flags, missingRisk: input.missingRisk, reasonId };
    return accept<IncidentEvent>(corrected, ...missingToMatch(file, input.missingRisk, { missingId: newId(), reasonId }, who), ...assessed.events);
  });
};

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((item) => b.includes(item));
