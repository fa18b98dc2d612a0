// How long arrivals took from the report, the first and the joint one side by side; beyond the target in the colour of late.
import type { DebriefView } from '../../../shared/protocol/debrief.ts';
import { countText, minutesText, WITHHELD_MARK } from '../debrief-words.ts';
import { ChartFrame } from './chart-frame.tsx';
import classes from './charts.module.css';

type ArrivalView = DebriefView['arrivals'][number];
const NAMES = { first: 'First there', joint: 'Both there' } as const;

export function ArrivalsChart({ grade, targetMinutes, arrivals }: { grade: number; targetMinutes: number; arrivals: readonly ArrivalView[] }) {
  const steps = arrivals[0]?.spread.map(({ withinMinutes }) => withinMinutes) ?? [];
  const most = Math.max(1, ...arrivals.flatMap(({ spread }) => spread.map(({ arrived }) => arrived ?? 0)));
  const isLate = (within: number | null): boolean => within === null || within > targetMinutes;
  return (
    <ChartFrame
      title={`Arrivals of Grade ${grade}, ${(steps[0] ?? 0) < 60 ? 'minutes' : 'hours'} from the report`}
      summary={arrivals.map(summaryOf).join(' ')}
      legend={<><span className={classes['key-bar']} aria-hidden /> first there <span className={classes['key-outline']} aria-hidden /> both there <span className={classes['key-late']} aria-hidden /> after the target</>}
      columns={['From the report', ...arrivals.map(({ which }) => NAMES[which])]}
      rows={steps.map((_within, index) => [stepText(steps, index), ...arrivals.map(({ spread }) => countText(spread[index]?.arrived ?? null))])}
    >
      <div className={classes['hours']}>
        <div className={classes['columns']}>
          {steps.map((within, index) => (
            <div key={String(within)} className={classes['group']}>
              {arrivals.map(({ which, spread }) => {
                const arrived = spread[index]?.arrived ?? null;
                return (
                  <div key={which} className={classes['column']}>
                    <span className={classes['value']} data-nj-figures>{arrived === 0 ? '' : arrived ?? WITHHELD_MARK}</span>
                    {arrived !== null && arrived > 0 && <span className={classes['bar']} data-which={which} data-late={isLate(within) || undefined} style={{ height: `${(100 * arrived) / most}%` }} />}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        <div className={classes['ticks']} data-nj-figures>{steps.map((within, index) => <span key={String(within)}>{tickText(steps, index)}</span>)}</div>
      </div>
    </ChartFrame>
  );
}

const summaryOf = ({ which, arrived, medianMinutes, ninetiethMinutes }: ArrivalView): string =>
  medianMinutes === null ? `${NAMES[which]}: ${arrived === null ? 'too few to be shown' : 'none yet'}.` : `${NAMES[which]}: median ${minutesText(medianMinutes)}, nine in ten within ${minutesText(ninetiethMinutes)}.`;

/** In minutes, or in hours where every step is one or more. */
function tickText(steps: readonly (number | null)[], index: number): string {
  const within = steps[index] ?? null;
  if (within === null) return 'later';
  return (steps[0] ?? 0) < 60 ? String(within) : `${within / 60} h`;
}
function stepText(steps: readonly (number | null)[], index: number): string {
  const [before, within] = [steps[index - 1] ?? 0, steps[index] ?? null];
  return within === null ? `more than ${minutesText(before)}` : `${before === 0 ? 'up' : `${minutesText(before)}`} to ${minutesText(within)}`;
}
