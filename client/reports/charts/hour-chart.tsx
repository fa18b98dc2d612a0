// Calls by the hour they were reported in, with the founding demand as a line over them.
import type { DebriefView } from '../../../shared/protocol/debrief.ts';
import { countText, hoursSummary, WITHHELD_MARK } from '../debrief-words.ts';
import { ChartFrame } from './chart-frame.tsx';
import classes from './charts.module.css';

const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export function HourChart({ rows, calls }: { rows: DebriefView['byHour']; calls: number | null }) {
  const most = Math.max(1, ...rows.map((row) => Math.max(row.calls ?? 0, row.expected)));
  const share = (value: number): number => (100 * value) / most;
  const points = rows.map(({ expected }, index) => ({ x: ((index + 0.5) * 100) / rows.length, y: 100 - share(expected) }));
  // One hour alone has its line too.
  const line = (points.length === 1 ? points.flatMap(({ y }) => [{ x: 0, y }, { x: 100, y }]) : points).map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <ChartFrame
      title="Calls by hour"
      summary={hoursSummary(rows, calls)}
      legend={<><span className={classes['key-bar']} aria-hidden /> reported in this hour <span className={classes['key-line']} aria-hidden /> the founding demand</>}
      columns={['From', 'Calls', 'Founding demand']}
      rows={rows.map((row) => [hourText(row.hour), countText(row.calls), row.expected.toFixed(1)])}
      wide
    >
      <div className={classes['hours']}>
        <div className={classes['columns']}>
          {rows.map((row) => (
            <div key={row.hour} className={classes['column']}>
              <span className={classes['value']} data-nj-figures>{row.calls === 0 ? '' : row.calls ?? WITHHELD_MARK}</span>
              <span className={classes['bar']} style={{ height: `${share(row.calls ?? 0)}%` }} />
            </div>
          ))}
          <svg className={classes['curve']} viewBox="0 0 100 100" preserveAspectRatio="none"><polyline points={line} /></svg>
        </div>
        <div className={classes['ticks']} data-nj-figures>
          {rows.map(({ hour }) => <span key={hour} data-minor={hour % 3 !== 0 || undefined}>{String(hour).padStart(2, '0')}</span>)}
        </div>
      </div>
    </ChartFrame>
  );
}
