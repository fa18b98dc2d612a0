// At 16:00 a night that lacks somebody on call is told to control: once, whichever server looks first, and only while somebody is at work there to be told.
import { dutyNightOf } from '../../shared/domain/duty-night.ts';
import { gapToldAt, postsMissing } from '../../shared/domain/on-call.ts';
import { byItself, type AlarmContext } from '../alarms/fire-alarms.ts';
import { appendRecorded, record } from '../events/append.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { lockNight, markLookedAt, wasLookedAt } from './night.store.ts';

/** Remembers the nights that were looked at, so that one that is settled costs nothing. Answers whether a gap was told now. */
export function makeGapTeller(context: AlarmContext): () => Promise<boolean> {
  let settled = '';
  return async () => {
    const now = context.clock.now();
    const night = dutyNightOf(now);
    if (night === settled || now < gapToldAt(night)) return false;
    if (!await wasLookedAt(context.db, night)) {
      const somebody = await context.db.query<unknown[]>("SELECT FROM duty WHERE ended_at IS NULL AND seat = 'control' LIMIT 1");
      if (somebody.length === 0) return false;
      const told = await tell(context, night);
      settled = night;
      return told;
    }
    settled = night;
    return false;
  };
}

const tell = (context: AlarmContext, night: string): Promise<boolean> => byItself(context, async (tx) => {
  const locked = await lockNight(tx, night);
  if (locked.lookedAt !== null) return false;
  const missing = postsMissing(locked.named);
  await markLookedAt(tx, locked.id, missing.length > 0);
  if (missing.length === 0) return false;
  record(tx, { name: 'night.onCallGap', at: tx.now, byId: NIGHTJAR.staffId, entityType: 'night', entityId: locked.id, incidentId: null, payload: { night, missing } });
  await appendRecorded(tx);
  return true;
});
