// End of duty. Nobody leaves holding an incident, a handover nobody has taken, a call not saved yet, or a task; an alarm that they had is nobody's again.
import type * as routes from '../../../shared/protocol/duties.ts';
import { findAlarmed, releaseAlarms } from '../../alarms/release-alarms.ts';
import { draftsHeldBy } from '../../calls/call-draft.store.ts';
import { Refused } from '../../database/transaction.ts';
import type { Command } from '../../http/handle.ts';
import { newsHeldBy } from '../../incidents/closed-news.store.ts';
import { heldBy } from '../../incidents/owner.store.ts';
import { releaseSos } from '../../sos/change-sos.ts';
import { standingSosOf } from '../../sos/sos.store.ts';
import { endBreakOf } from '../break.store.ts';
import { lockOwnDuty, recordDuty, liveTasksOf } from '../duty.store.ts';

export const bookOff: Command<typeof routes.bookOff> = async (tx, input) => {
  // Incidents are locked before duties.
  await releaseAlarms(tx, tx.actor.staffId);
  const duty = await lockOwnDuty(tx, input.dutyId);
  // Acknowledged in another window at this very moment: whoever does it holds the duty, and comes first.
  if ((await findAlarmed(tx, duty.staffId)).length > 0) throw new Refused('busy');
  if (await standingSosOf(tx, duty.staffId) !== null) throw new Refused('sos-stands');
  await releaseSos(tx, duty.staffId);
  const [held, tasks, news] = [await heldBy(tx, duty.staffId), await liveTasksOf(tx, duty.staffId), await newsHeldBy(tx, duty.staffId)];
  const drafts = await draftsHeldBy(tx, duty.staffId);
  const what = [counted(held.incidentIds.length, 'open incident'), counted(held.handovers, 'handover nobody has taken over'), counted(held.followUps, 'follow-up'), counted(tasks, 'task'), counted(drafts.length, 'call not saved yet'),
    news.length === 0 ? null : `news on ${news.length === 1 ? 'a closed incident' : `${news.length} closed incidents`}`].filter((part) => part !== null);
  if (what.length > 0) throw new Refused('owns-open-work', { what: what.join(', ') });
  await endBreakOf(tx, duty);
  await tx.query('UPDATE duty SET ended_at = $2, sharing = false WHERE id = $1', [duty.id, tx.now]);
  await tx.query('DELETE FROM position_latest WHERE duty_id = $1', [duty.id]);
  recordDuty(tx, 'duty.ended', { dutyId: duty.id, staffId: duty.staffId, seat: duty.seat, teamId: duty.teamId });
};

const counted = (count: number, thing: string): string | null => (count === 0 ? null : count === 1 ? `1 ${thing}` : `${count} × ${thing}`);
