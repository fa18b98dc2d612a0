// How a duty ends, whoever ends it: nothing is left that they hold, an alarm or an SOS that they had is nobody's again, and their position is forgotten.
import type { Id, StatementId } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { findAlarmed, releaseAlarms } from '../alarms/release-alarms.ts';
import { draftsHeldBy } from '../calls/call-draft.store.ts';
import { Refused, type Tx } from '../database/transaction.ts';
import { newsHeldBy } from '../incidents/closed-news.store.ts';
import { heldBy } from '../incidents/owner.store.ts';
import { releaseSos } from '../sos/change-sos.ts';
import { standingSosOf } from '../sos/sos.store.ts';
import { endBreakOf } from './break.store.ts';
import { recordDuty, liveTasksOf, type Duty } from './duty.store.ts';

/** `leftAt`: when they left, where somebody else ends it afterwards, with why. */
export interface EndedFor { leftAt: Instant; reasonId: StatementId }

export async function endDuty(tx: Tx, staffId: Id, lock: () => Promise<Duty>, endedFor: EndedFor | null = null): Promise<void> {
  // Incidents are locked before duties.
  await releaseAlarms(tx, staffId);
  const duty = await lock();
  // Acknowledged in another window at this very moment: whoever does it holds the duty, and comes first.
  if ((await findAlarmed(tx, staffId)).length > 0) throw new Refused('busy');
  if (await standingSosOf(tx, staffId) !== null) throw new Refused('sos-stands');
  await releaseSos(tx, staffId);
  const what = await whatIsHeld(tx, staffId);
  if (what !== null) throw new Refused('owns-open-work', { what });
  await endBreakOf(tx, duty);
  await tx.query('UPDATE duty SET ended_at = $2, sharing = false WHERE id = $1', [duty.id, endedFor?.leftAt ?? tx.now]);
  await tx.query('DELETE FROM position_latest WHERE duty_id = $1', [duty.id]);
  recordDuty(tx, 'duty.ended', { dutyId: duty.id, staffId: duty.staffId, seat: duty.seat, teamId: duty.teamId, ...endedFor });
}

/** In words; null: nothing. */
async function whatIsHeld(tx: Tx, staffId: Id): Promise<string | null> {
  const [held, tasks, news] = [await heldBy(tx, staffId), await liveTasksOf(tx, staffId), await newsHeldBy(tx, staffId)];
  const drafts = await draftsHeldBy(tx, staffId);
  const what = [counted(held.incidentIds.length, 'open incident'), counted(held.handovers, 'handover nobody has taken over'), counted(held.followUps, 'follow-up'), counted(tasks, 'task'), counted(drafts.length, 'call not saved yet'),
    news.length === 0 ? null : `news on ${news.length === 1 ? 'a closed incident' : `${news.length} closed incidents`}`].filter((part) => part !== null);
  return what.length === 0 ? null : what.join(', ');
}

const counted = (count: number, thing: string): string | null => (count === 0 ? null : count === 1 ? `1 ${thing}` : `${count} × ${thing}`);
