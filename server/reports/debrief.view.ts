// A debrief as its audience may see it: control with the incidents that waited longest, everybody else counts alone, the small ones withheld.
import type { Debrief } from '../../shared/domain/debrief.ts';
import { ARRIVAL_STEPS } from '../../shared/domain/debrief-targets.ts';
import type { DebriefView } from '../../shared/protocol/debrief.ts';
import { districtName } from '../incidents/lookups.ts';
import type { AlarmLoad } from './alarm-load.ts';
import { unlessSmall, unlessSmallIn } from './small-counts.ts';

/** Of `byGrade`: what is said of Grades 2 and 3 elsewhere would tell how many they were. */
const WITHOUT_TARGET: ReadonlySet<number> = new Set([0, 3]);

type Withholding = 'nothing' | 'small counts';

export function debriefView(debrief: Debrief, alarms: AlarmLoad, rehearsal: boolean, withholding: Withholding): DebriefView {
  const withheld = withholding === 'small counts';
  const count = (one: number): number | null => (withheld ? unlessSmall(one) : one);
  /** Rows of one table, whose counts add up to something that is shown too. */
  const counts = (cells: readonly number[], rather?: ReadonlySet<number>): (number | null)[] => (withheld ? unlessSmallIn(cells, rather) : [...cells]);
  const table = <Row extends { calls: number }>(rows: readonly Row[], rather?: ReadonlySet<number>): (Omit<Row, 'calls'> & { calls: number | null })[] => {
    const shown = counts(rows.map(({ calls }) => calls), rather);
    return rows.map((row, index) => ({ ...row, calls: shown[index] ?? null }));
  };
  return {
    rehearsal, withheld, from: debrief.from, until: debrief.until, asAt: debrief.asAt, calls: count(debrief.calls), missing: count(debrief.missing), duplicates: count(debrief.duplicates),
    byGrade: table(debrief.byGrade, WITHOUT_TARGET), byHour: table(debrief.byHour), byDoor: table(debrief.byDoor),
    byDistrict: table(debrief.byDistrict).map(({ name, calls, foundingShare }) => ({ district: name, calls, foundingShare })),
    targets: debrief.targets.map(({ grade, targetMinutes, calls, due, met, shareMet, stillRunning, endedUnattended }) => {
      const [metShown = null, missedShown = null, running = null, ended = null] = counts([met, due - met, stillRunning, endedUnattended]);
      const known = metShown !== null && missedShown !== null;
      return { grade, targetMinutes, calls: count(calls), due: known ? due : null, met: metShown, shareMet: known ? shareMet : null, stillRunning: running, endedUnattended: ended };
    }),
    arrivals: debrief.arrivals.map(({ grade, which, arrived, medianMinutes, ninetiethMinutes, spread }) => {
      const shown = counts(spread);
      const enough = count(arrived) !== null;
      return {
        grade, which, arrived: count(arrived), medianMinutes: enough ? medianMinutes : null, ninetiethMinutes: enough ? ninetiethMinutes : null,
        spread: shown.map((one, index) => ({ withinMinutes: ARRIVAL_STEPS[grade][index] ?? null, arrived: one })),
      };
    }),
    endings: debrief.endings.map(({ ending, attended, unattended }) => ({ ending, attended: count(attended), unattended: count(unattended) })),
    notTaken: debrief.notTaken.map(({ code, calls }) => ({ code, calls: count(calls) })),
    alarms, waits: withheld ? [] : debrief.waits.flatMap(({ id, districtCode, ...wait }) => (id === null ? [] : [{ ...wait, id, district: districtName(districtCode) }])),
    founding: debrief.founding.map((one) => {
      const shown = count(Math.round(one.unit === 'share' ? one.ours * one.of : one.ours)) !== null;
      return { ...one, of: count(one.of), ours: shown ? one.ours : null, within: shown ? one.within : null };
    }),
  };
}
