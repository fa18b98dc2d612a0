// How many alarms fired for each hour that somebody sat in control: too many, and none is heard. Counts alone; restricted incidents are not there.
import type { Instant } from '../../shared/domain/instant.ts';
import type { Queryable } from '../database/connect.ts';
import { unlessSmall } from './small-counts.ts';

export interface AlarmLoad { fired: number | null; controlHours: number; perHour: number | null }

/** Of what fired from one moment until another; a rate of less than an hour says nothing. */
export async function alarmLoad(db: Queryable, { from, until }: { from: Instant; until: Instant }, withholding: 'nothing' | 'small counts'): Promise<AlarmLoad> {
  const [alarms] = await db.query<{ count: number }[]>('SELECT count(*) FROM alarm a JOIN incident i ON i.id = a.incident_id WHERE a.fired_at >= $1 AND a.fired_at < $2 AND NOT i.restricted', [from, until]);
  const [duties] = await db.query<{ hours: number | null }[]>(
    `SELECT (sum(extract(epoch FROM least(COALESCE(ended_at, $2::timestamptz), $2::timestamptz) - greatest(started_at, $1::timestamptz))) / 3600)::double precision AS hours FROM duty
     WHERE seat = 'control' AND started_at < $2 AND (ended_at IS NULL OR ended_at > $1)`, [from, until]);
  const count = alarms?.count ?? 0;
  const [fired, controlHours] = [withholding === 'nothing' ? count : unlessSmall(count), Math.round((duties?.hours ?? 0) * 10) / 10];
  return { fired, controlHours, perHour: fired === null || controlHours < 1 ? null : Math.round((fired / controlHours) * 10) / 10 };
}
