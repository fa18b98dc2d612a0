// It is over by a named person's word: who was spoken to, and what they said; on the log of the visit that they were on too.
import { accept } from '../../../shared/domain/decision.ts';
import { decideEndSos } from '../../../shared/domain/sos.ts';
import type * as routes from '../../../shared/protocol/sos.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { lockFile } from '../../incidents/incident.store.ts';
import { changeSos } from '../change-sos.ts';
import { findSos } from '../sos.store.ts';

export const endSos: Command<typeof routes.endSos> = async (tx, input) => {
  const { incidentId } = await findSos(tx, input.sosId);
  // Incidents are locked before duties.
  if (incidentId !== null) await lockFile(tx, incidentId, { unseen: true });
  await changeSos(tx, input.sosId, async (sos) => {
    const said = { ending: input.ending, spokenWithId: await saveStatement(tx, incidentId, input.spokenWith), saidId: await saveStatement(tx, incidentId, input.said) };
    const decision = decideEndSos(sos, said, { staffId: tx.actor.staffId, now: tx.now });
    if (decision.accepted && incidentId !== null) {
      await changeIncident(tx, incidentId, { unseen: true }, (_file, who) => accept({ name: 'crew.sosEnded' as const, at: who.now, byId: who.staffId, sosId: sos.id, staffId: sos.staffId, ...said }));
    }
    return decision;
  });
};
