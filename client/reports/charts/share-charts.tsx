// Calls by grade, by door and by district: a bar each, and where the founding report has a share, a mark at it.
import type { ReactNode } from 'react';
import { DOOR_NAMES } from '../../../shared/domain/incident-words.ts';
import type { DebriefView } from '../../../shared/protocol/debrief.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { countText, percentText, WITHHELD } from '../debrief-words.ts';
import { ChartFrame } from './chart-frame.tsx';
import classes from './charts.module.css';

interface Bar { name: string; label?: ReactNode; calls: number | null; foundingShare?: number | null; grade?: number }

/** All calls; the sum of what is shown, where even that is withheld. */
const total = (bars: readonly Bar[], calls: number | null): number => calls ?? bars.reduce((sum, bar) => sum + (bar.calls ?? 0), 0);
const shareOf = (calls: number | null, of: number): string => (calls === null || of === 0 ? '' : percentText(calls / of));

function Bars({ bars, all }: { bars: readonly Bar[]; all: number }) {
  const most = Math.max(0.01, ...bars.map(({ calls, foundingShare }) => Math.max(all === 0 ? 0 : (calls ?? 0) / all, foundingShare ?? 0)));
  const width = (share: number): string => `${(100 * share) / most}%`;
  return (
    <div className={classes['bars']}>
      {bars.map(({ name, label, calls, foundingShare, grade }) => (
        <div key={name} className={classes['row']}>
          <span className={classes['name']}>{label ?? name}</span>
          <span className={classes['track']}>
            <span className={classes['fill']} data-grade={grade} style={{ width: width(all === 0 ? 0 : (calls ?? 0) / all) }} />
            {foundingShare !== undefined && foundingShare !== null && <span className={classes['mark']} style={{ insetInlineStart: width(foundingShare) }} />}
          </span>
          <span className={classes['figure']} data-nj-figures>{calls === null ? <small>{WITHHELD}</small> : <>{calls} <small>{shareOf(calls, all)}</small></>}</span>
        </div>
      ))}
    </div>
  );
}

const mostIn = (bars: readonly Bar[], all: number, verb: string): string => {
  const first = bars.filter(({ calls }) => calls !== null && calls > 0).toSorted((a, b) => (b.calls ?? 0) - (a.calls ?? 0))[0];
  return first === undefined ? 'No figure can be shown.' : `Most ${verb} ${first.name}: ${countText(first.calls)}, ${shareOf(first.calls, all)}.`;
};
const tableOf = (bars: readonly Bar[], all: number): [string, string, string][] => bars.map(({ name, calls }) => [name, countText(calls), shareOf(calls, all)]);

export function GradeChart({ rows, calls: all }: { rows: DebriefView['byGrade']; calls: number | null }) {
  const bars = rows.map(({ grade, calls }) => ({ name: `Grade ${grade}`, label: <><GradeShape grade={grade} size="sm" /> Grade {grade}</>, calls, grade }));
  const of = total(bars, all);
  return <ChartFrame title="Calls by grade" summary={mostIn(bars, of, 'were')} columns={['Grade', 'Calls', 'Share']} rows={tableOf(bars, of)}><Bars bars={bars} all={of} /></ChartFrame>;
}

export function DoorChart({ rows, calls: all }: { rows: DebriefView['byDoor']; calls: number | null }) {
  const bars = rows.map(({ door, calls }) => ({ name: DOOR_NAMES[door], calls }));
  const of = total(bars, all);
  return <ChartFrame title="Calls by door" summary={mostIn(bars, of, 'came by')} columns={['Door', 'Calls', 'Share']} rows={tableOf(bars, of)}><Bars bars={bars} all={of} /></ChartFrame>;
}

export function DistrictChart({ rows, calls: all }: { rows: DebriefView['byDistrict']; calls: number | null }) {
  const bars = rows.map(({ district, calls, foundingShare }) => ({ name: district, calls, foundingShare }));
  const of = total(bars, all);
  return (
    <ChartFrame
      title="Calls by district"
      summary={mostIn(bars, of, 'came from')}
      legend={<><span className={classes['key-bar']} aria-hidden /> share of these calls <span className={classes['key-mark']} aria-hidden /> founding share</>}
      columns={['District', 'Calls', 'Share', 'Founding share']}
      rows={bars.map(({ name, calls, foundingShare }) => [name, countText(calls), shareOf(calls, of), percentText(foundingShare, 1)])}
    >
      <Bars bars={bars} all={of} />
    </ChartFrame>
  );
}
