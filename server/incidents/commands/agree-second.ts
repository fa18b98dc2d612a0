// The second person agrees, and what was asked for is carried out in the same transaction, on the state as it is now.
import { decideAgree, gradeAsAgreed, type Who } from '../../../shared/domain/decide-grade.ts';
import { decideEnd } from '../../../shared/domain/decide-incident.ts';
import { decideSendHandover } from '../../../shared/domain/decide-handover.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import type { DowngradeRequest, Id, IncidentFile, PackSaid } from '../../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import { accept } from '../../../shared/domain/decision.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import { newId, Refused, type Tx } from '../../database/transaction.ts';
import { freezePack, type Said } from '../../handovers/pack.store.ts';
import { findReceivingTeam } from '../../handovers/receiving-team.store.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { lockDuplicate } from '../duplicates.ts';
import { findStatements, staffNames } from '../lookups.ts';
import { policyNow } from '../policy.store.ts';

export const agreeSecond: Command<typeof routes.agreeSecond> = async (tx, input) => {
  const duplicateOfId = await duplicateAskedFor(tx, input.requestId);
  if (duplicateOfId !== null) await lockDuplicate(tx, input.incidentId, { ending: 'duplicate', duplicateOfId }, { unseen: true });
  await changeIncident(tx, input.incidentId, {}, async (file, who) => {
    const agreed = decideAgree(file, input.requestId, who);
    if (!agreed.accepted) return agreed;
    const request = file.requests.find(({ id }) => id === input.requestId);
    if (request === undefined) throw new Refused('not-found');
    const carriedOut = await carryOut(tx, file, request, who);
    return carriedOut.accepted ? accept<IncidentEvent>(...agreed.events, ...carriedOut.events) : carriedOut;
  });
};

/** What was asked for never changes, so it may be read before the lock. */
async function duplicateAskedFor(tx: Tx, requestId: Id): Promise<Id | null> {
  const [row] = await tx.query<{ id: Id | null }[]>("SELECT action->>'duplicateOfId' AS id FROM downgrade_request WHERE id = $1 AND state = 'waiting'", [requestId]);
  return row?.id ?? null;
}

/** Done in the name of the one who asked; the second person's agreement is the line before it. */
async function carryOut(tx: Tx, file: IncidentFile, request: DowngradeRequest, who: Who): Promise<Decision<IncidentEvent>> {
  const asker: Who = { staffId: request.byId, now: who.now };
  const { action } = request;
  switch (action.kind) {
    case 'grade': return gradeAsAgreed(file, request.id, action.to, request.rationaleId, await policyNow(tx, tx.now), asker);
    case 'end': return decideEnd(file, {
      ending: action.ending, reasonId: request.rationaleId, callerToldId: action.callerToldId ?? null, duplicateOfId: action.duplicateOfId, agreedRequestId: request.id,
      passedOn: action.passedOn == null ? null : { leadId: newId(), ...action.passedOn },
    }, await staffNames(tx, file), asker);
    case 'hand-over': {
      const receivingTeam = await findReceivingTeam(tx, action.receivingTeamId);
      if (receivingTeam === null) throw new Refused('not-found');
      const pack = await freezePack(tx, file, { ...await saidOf(tx, action.said), rationaleId: request.rationaleId });
      return decideSendHandover(file, {
        handoverId: newId(), receivingTeam, dueAt: action.dueAt, packId: pack.id, packDigest: pack.digest, spokenWithId: action.said?.spokenWithId ?? null, agreedRequestId: request.id,
      }, await staffNames(tx, file), asker);
    }
  }
}

/** The words of the pack as they were asked for; a request of an earlier version has none. */
async function saidOf(tx: Tx, said: PackSaid | undefined): Promise<Omit<Said, 'rationaleId'>> {
  if (said === undefined) return { riskNow: null, outstanding: null, sharingBasis: null, legalPowers: null, spokenWith: null };
  const texts = await findStatements(tx, Object.values(said).filter((id) => id !== null));
  const text = (id: Id | null): string | null => (id === null ? null : texts.get(id) ?? null);
  return { riskNow: text(said.riskNowId), outstanding: text(said.outstandingId), sharingBasis: text(said.sharingBasisId), legalPowers: text(said.legalPowersId), spokenWith: text(said.spokenWithId) };
}
