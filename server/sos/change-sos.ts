// How control and the EDT desk change an SOS: at work there, its row locked, the rule decides; the row and the log say what it decided.
import type { Decision } from '../../shared/domain/decision.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { applySos, sosClimbsAt, type Sos, type SosEvent } from '../../shared/domain/sos.ts';
import { decided, Refused, type Tx } from '../database/transaction.ts';
import { policyNow } from '../incidents/policy.store.ts';
import { holdDuty } from '../teams/duty.store.ts';
import { lockSos, lockSosHadBy, recordSos, saveSos } from './sos.store.ts';

export async function changeSos(tx: Tx, sosId: Id, decide: (sos: Sos) => Decision<SosEvent> | Promise<Decision<SosEvent>>): Promise<void> {
  const { seat, dutyId } = tx.actor;
  if (dutyId === null || (seat !== 'control' && seat !== 'edt')) throw new Refused('not-on-duty');
  await holdDuty(tx, dutyId);
  const sos = await lockSos(tx, sosId);
  for (const event of decided(await decide(sos))) await writeSos(tx, sos, event);
}

export async function writeSos(tx: Tx, sos: Sos, event: SosEvent): Promise<void> {
  if (event.name === 'sos.sent') throw new Error('an SOS is sent once');
  const after = applySos(sos, event);
  await saveSos(tx, after, sosClimbsAt(after, (await policyNow(tx, tx.now)).body.crew, tx.now));
  recordSos(tx, sos.id, event);
}

/** Whoever ends their duty leaves none in nobody's hands: it is loud again at once, and goes on by its clock. After the duty is locked. */
export async function releaseSos(tx: Tx, staffId: Id): Promise<void> {
  for (const sos of await lockSosHadBy(tx, staffId)) await writeSos(tx, sos, { name: 'sos.released', at: tx.now, byId: staffId, staffId: sos.staffId });
}
