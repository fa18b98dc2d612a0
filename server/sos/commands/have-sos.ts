// Somebody has it: it goes no further, and the banner stays. Of two at once the first has it, and the other hears who.
import { decideHaveSos } from '../../../shared/domain/sos.ts';
import type * as routes from '../../../shared/protocol/sos.ts';
import type { Command } from '../../http/handle.ts';
import { findStaff } from '../../incidents/lookups.ts';
import { changeSos } from '../change-sos.ts';

export const haveSos: Command<typeof routes.haveSos> = (tx, input) => changeSos(tx, input.sosId, async (sos) => {
  const names = await findStaff(tx, sos.hadById === null ? [] : [sos.hadById]);
  return decideHaveSos(sos, (staffId) => names.get(staffId)?.name ?? 'Somebody', { staffId: tx.actor.staffId, now: tx.now });
});
