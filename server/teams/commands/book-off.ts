// End of duty. Nobody leaves holding an incident, a handover nobody has taken, a call not saved yet, or a task; an alarm that they had is nobody's again.
import type * as routes from '../../../shared/protocol/duties.ts';
import type { Command } from '../../http/handle.ts';
import { lockOwnDuty } from '../duty.store.ts';
import { endDuty } from '../end-duty.ts';

export const bookOff: Command<typeof routes.bookOff> = async (tx, { dutyId }) => endDuty(tx, tx.actor.staffId, () => lockOwnDuty(tx, dutyId));
