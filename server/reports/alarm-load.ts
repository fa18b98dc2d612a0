// How many alarms fired for each hour that somebody sat in control: too many, and none is heard. Counts alone; restricted incidents are not there.
import { nightStart } from '../../shared/domain/duty-night.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { unlessSmall } from './small-counts.ts';

export async function alarmLoad(db: Queryable, fromNight: string, now: Instant): Promise<{ fired: number | null; controlHours: number; perHour: number | null }> {
  const [alarms] = await db.query<{ fired: number }[]>('SELECT count(*) AS fired FROM alarm a JOIN incident i ON i.id = a.incident_id WHERE i.night >= $1 AND NOT i.restricted AND a.fired_at IS NOT NULL', [fromNight]);
  const [duties] = await db.query<{ hours: number | null }[]>(
    `SELECT (sum(extract(epoch FROM COALESCE(ended_at, $2::timestamptz) - greatest(started_at, $1::timestamptz))) / 3600)::double precision AS hours FROM duty
     WHERE seat = 'control' AND started_at <= $2 AND (ended_at IS NULL OR ended_at > $1)`, [nightStart(fromNight), now]);
  const [fired, controlHours] = [unlessSmall(alarms?.fired ?? 0), Math.round((duties?.hours ?? 0) * 10) / 10];
  return { fired, controlHours, perHour: fired === null || controlHours < 1 ? null : Math.round((fired / controlHours) * 10) / 10 };
}
