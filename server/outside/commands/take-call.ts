// Takes a call that another system sends: once for each of its references, ungraded, owned by whoever is on duty.
import type * as routes from '../../../shared/protocol/outside.ts';
import { incidentRef } from '../../../shared/domain/incident-file.ts';
import { runCommand } from '../../database/run-command.ts';
import { newId, Refused, type Tx } from '../../database/transaction.ts';
import { systemOf, type Exchange } from '../../http/handle.ts';
import { actorOfSystem, type CallingSystem } from '../../identity/system-key.ts';
import { ownerForOutside } from '../../incidents/owner.store.ts';
import { raiseCall } from '../../incidents/raise-call.ts';
import type { OutsideCall } from '../../../shared/protocol/outside-call.ts';
import { claimReference, digestOfCall, findAnswer } from '../outside-call.store.ts';
import { callToRaise } from '../to-raise.ts';

/** The reference, not the command's id, says that it is the same again: what was refused may be mended and sent under it. */
export const takeCall: Exchange<typeof routes.sendCall> = async (rooms, input, request) => {
  const system = systemOf(request);
  const { answer } = await runCommand(rooms, actorOfSystem(system), { commandId: newId(), route: 'POST /calls', input: null }, (tx) => takeFrom(tx, system, input));
  return answer;
};

interface Taken { reference: string; ourReference: string; receivedAt: string }

export async function takeFrom(tx: Tx, system: CallingSystem, call: OutsideCall): Promise<Taken> {
  const { reference } = call;
  const digest = digestOfCall(tx.keys, system.id, call);
  const incidentId = await claimReference(tx, system.id, reference, digest);
  if (incidentId === null) return firstAnswer(tx, system, reference, digest);
  const { incident } = await raiseCall(tx, callToRaise(call, system.door, tx.now), { incidentId, owner: await ownerForOutside(tx), dutyId: null });
  return { reference, ourReference: incidentRef(incident), receivedAt: tx.now };
}

async function firstAnswer(tx: Tx, system: CallingSystem, reference: string, digest: string): Promise<Taken> {
  const first = await findAnswer(tx, system.id, reference);
  if (first === null) throw new Refused('busy');
  if (first.digest !== digest) throw new Refused('reference-reused');
  return { reference, ourReference: incidentRef(first), receivedAt: first.receivedAt };
}
