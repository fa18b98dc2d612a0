// An SOS that nobody has goes on, at its time, from control to the supervisor to the people on call: once, whichever server comes first.
import { sosGoesTo } from '../../shared/domain/sos.ts';
import { byItself, type AlarmContext } from '../alarms/fire-alarms.ts';
import { hasSupervisorOnDuty } from '../alarms/standing.store.ts';
import { appendRecorded } from '../events/append.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { writeSos } from './change-sos.ts';
import { isClimbingDue, lockClimbing } from './sos.store.ts';

/** Answers how many went on. */
export async function climbSos(context: AlarmContext): Promise<number> {
  if (!await isClimbingDue(context.db, context.clock.now())) return 0;
  return byItself(context, async (tx) => {
    const due = await lockClimbing(tx);
    if (due.length === 0) return 0;
    const supervisorOnDuty = await hasSupervisorOnDuty(tx, { restricted: false, namedStaffIds: [] });
    for (const sos of due) {
      const next = sosGoesTo(sos, supervisorOnDuty);
      if (next !== null) await writeSos(tx, sos, { name: 'sos.climbed', at: tx.now, byId: NIGHTJAR.staffId, staffId: sos.staffId, ...next });
    }
    await appendRecorded(tx);
    return due.length;
  });
}
