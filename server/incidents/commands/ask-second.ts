// Asks a second person to agree to a downgrade in the wide sense of docs/practice.md; until then the stricter grade stands.
import { decideAskSecond } from '../../../shared/domain/decide-grade.ts';
import type { DowngradeAction, Id, PackSaid } from '../../../shared/domain/incident-file.ts';
import type * as routes from '../../../shared/protocol/incidents.ts';
import type { InputOf } from '../../../shared/protocol/route.ts';
import { newId, Refused, type Tx } from '../../database/transaction.ts';
import { saveOptional, saveStatement } from '../../events/append.ts';
import { dueAtOf, findReceivingTeam } from '../../handovers/receiving-team.store.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { policyNow } from '../policy.store.ts';
import { lockDuplicate } from '../duplicates.ts';
import { savePassedOn } from '../passed-on.ts';

export const askSecond: Command<typeof routes.askSecond> = async (tx, input) => {
  const requestId = newId();
  const action = await actionOf(tx, input.incidentId, input.action);
  await changeIncident(tx, input.incidentId, {}, async (file, who) =>
    decideAskSecond(file, { requestId, action, rationaleId: await saveStatement(tx, input.incidentId, input.rationale) }, who, await policyNow(tx, tx.now)));
  return { requestId };
};

async function actionOf(tx: Tx, incidentId: Id, action: InputOf<typeof routes.askSecond>['action']): Promise<DowngradeAction> {
  switch (action.kind) {
    case 'grade': return action;
    case 'end': {
      await lockDuplicate(tx, incidentId, action);
      const { ending, duplicateOfId } = action;
      return { kind: 'end', ending, duplicateOfId, callerToldId: await saveOptional(tx, incidentId, action.callerTold ?? null), passedOn: await savePassedOn(tx, incidentId, action.passedOn) };
    }
    case 'hand-over': {
      const team = await findReceivingTeam(tx, action.receivingTeamId);
      if (team === null) throw new Refused('not-found');
      return { kind: 'hand-over', receivingTeamId: team.id, dueAt: dueAtOf(team, tx.now), ...(action.pack === undefined ? {} : { said: await savePack(tx, incidentId, action.pack) }) };
    }
  }
}

/** The second person agrees to this very pack: its words wait with the request. */
const savePack = async (tx: Tx, incidentId: Id, pack: NonNullable<Extract<InputOf<typeof routes.askSecond>['action'], { kind: 'hand-over' }>['pack']>): Promise<PackSaid> => ({
  riskNowId: await saveStatement(tx, incidentId, pack.riskNow), outstandingId: await saveOptional(tx, incidentId, pack.outstanding), sharingBasisId: await saveStatement(tx, incidentId, pack.sharingBasis),
  legalPowersId: await saveOptional(tx, incidentId, pack.legalPowers), spokenWithId: await saveOptional(tx, incidentId, pack.spokenWith),
});
