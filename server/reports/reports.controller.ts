// Aggregates only, small counts withheld: nobody is to be recognised in a figure.
import { DISTRICTS } from '../../shared/domain/district.ts';
import { dutyNightOf, nightStart } from '../../shared/domain/duty-night.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { readFigures } from '../../shared/protocol/admin.ts';
import * as debrief from '../../shared/protocol/debrief.ts';
import { controllerOf, exchanging, reading } from '../http/handle.ts';
import { alarmLoad } from './alarm-load.ts';
import { exportDebrief, readDebrief } from './debrief.ts';
import { unlessSmallIn } from './small-counts.ts';

interface GradeRow { grade: number; incidents: number; attended: number; metTarget: number; medianFirstArrivalMinutes: number | null; medianJointArrivalMinutes: number | null }

export const ReportsController = controllerOf(
  reading(readFigures, async ({ db, now }, { nights }) => {
    const from = dutyNightOf(plusMinutes(now, -(nights - 1) * 24 * 60));
    const byGrade = await db.query<GradeRow[]>(
      `SELECT grade, count(*) AS incidents, count(attended_at) AS attended, count(*) FILTER (WHERE attended_at <= due_at) AS "metTarget",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM attended_at - reported_at) / 60) AS "medianFirstArrivalMinutes",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM joint_at - reported_at) / 60) AS "medianJointArrivalMinutes"
       FROM incident WHERE night >= $1 AND NOT restricted AND ending IS DISTINCT FROM 'elsewhere' GROUP BY grade ORDER BY grade`, [from]);
    const counts = new Map((await db.query<{ code: string | null; incidents: number }[]>(
      "SELECT district_code AS code, count(*) AS incidents FROM incident WHERE night >= $1 AND NOT restricted AND ending IS DISTINCT FROM 'elsewhere' GROUP BY district_code", [from])).map(({ code, incidents }) => [code, incidents]));
    const shown = unlessSmallIn(DISTRICTS.map(({ code }) => counts.get(code) ?? 0));
    const byDistrict = DISTRICTS.map(({ name }, index) => ({ district: name, incidents: shown[index] ?? null }));
    return { from, nights, byGrade, byDistrict, alarms: await alarmLoad(db, { from: nightStart(from), until: now }, 'small counts') };
  }),
  reading(debrief.readDebrief, readDebrief), exchanging(debrief.exportDebrief, exportDebrief),
);
