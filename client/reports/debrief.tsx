// The debrief, to be read on a screen or on paper: what came in, what was met, what waited longest and why.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readDebrief, type DebriefView } from '../../shared/protocol/debrief.ts';
import { call } from '../live/api.ts';
import { Failed } from '../live/failed.tsx';
import { useFreshness, useSpeed } from '../live/live-store.tsx';
import { useMe } from '../live/me.tsx';
import { AlarmLoad } from '../ui/alarm-load.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { clockTime, dayAndTime, dayText } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import { ArrivalsChart } from './charts/arrivals-chart.tsx';
import { HourChart } from './charts/hour-chart.tsx';
import { DistrictChart, DoorChart, GradeChart } from './charts/share-charts.tsx';
import classes from './debrief.module.css';
import { DownloadLink } from './download-link.tsx';
import { EndingsTable } from './endings-table.tsx';
import { NotTakenTable } from './not-taken-table.tsx';
import { FoundingTable } from './founding-table.tsx';
import { StretchChoice, useStretch } from './stretch-choice.tsx';
import { TargetsTable } from './targets-table.tsx';
import { WaitsTable } from './waits-table.tsx';
import { besidesOf, headlineOf } from './debrief-words.ts';
import sheet from '../ui/figures-sheet.module.css';

/** A rehearsal's hour may take a minute. */
const AGAIN_MS = { live: 60_000, rehearsal: 15_000 };

export function Debrief() {
  const { deployment, roles } = useMe();
  const rehearsal = deployment.kind === 'rehearsal';
  const [stretch, choose] = useStretch();
  const { data, error, refetch } = useQuery({
    queryKey: ['debrief', stretch.asked],
    queryFn: ({ signal }) => call(readDebrief, stretch.asked, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS[deployment.kind],
  });
  const mayTakeFile = roles.includes('coordinator') || roles.includes('supervisor');
  return (
    <HotkeyScope name="Debrief">
      <div className={classes['page']}>
        <header className={classes['head']} data-nj-no-print>
          <StretchChoice stretch={stretch} onChoose={choose} rehearsal={rehearsal} />
          <div className={classes['actions']}>
            {mayTakeFile && <DownloadLink asked={stretch.asked} />}
            <ActionButton label="Print" keys="P" onAct={() => window.print()} />
          </div>
        </header>
        {error && <Failed error={error} again={refetch} />}
        {data === undefined && !error && <SkeletonRows of="the debrief" rows={12} />}
        {data && <Report debrief={data} />}
      </div>
    </HotkeyScope>
  );
}

function Report({ debrief }: { debrief: DebriefView }) {
  const freshness = useFreshness();
  const empty = debrief.calls === 0;
  const running = debrief.until === debrief.asAt;
  return (
    <>
      <Of debrief={debrief} />
      {empty && running && <EmptyState title="No calls yet." why="The debrief fills as they come in." freshness={freshness} />}
      {empty && !running && <EmptyState title="No calls were reported in this stretch." freshness={freshness} />}
      {!empty && (
        <>
          <div className={classes['headlines']}>
            {debrief.targets.map((target) => (
              <div key={target.grade}>
                <h2 className={classes['headline']} data-second={target.grade !== 2 || undefined}>{headlineOf(target)}</h2>
                {besidesOf(target) && <p className={classes['note']}>{besidesOf(target)}</p>}
              </div>
            ))}
          </div>
          <TargetsTable targets={debrief.targets} arrivals={debrief.arrivals} />
          <div className={classes['charts']}>
            <HourChart rows={debrief.byHour} calls={debrief.calls} />
            {debrief.targets.map(({ grade, targetMinutes }) => (
              <ArrivalsChart key={grade} grade={grade} targetMinutes={targetMinutes} arrivals={debrief.arrivals.filter((one) => one.grade === grade)} />
            ))}
            <GradeChart rows={debrief.byGrade} calls={debrief.calls} />
            <DistrictChart rows={debrief.byDistrict} calls={debrief.calls} />
            <DoorChart rows={debrief.byDoor} calls={debrief.calls} />
          </div>
          <AlarmLoad alarms={debrief.alarms} className={classes['note']} />
          {!debrief.withheld && <WaitsTable waits={debrief.waits} />}
          <div className={classes['pair']}>
            <FoundingTable rows={debrief.founding} />
            <EndingsTable rows={debrief.endings} />
            <NotTakenTable rows={debrief.notTaken} />
          </div>
          <Method withheld={debrief.withheld} />
        </>
      )}
    </>
  );
}

/** Of what, of when, and how fresh. */
function Of({ debrief: { rehearsal, from, until, asAt } }: { debrief: DebriefView }) {
  const now = useNow();
  const paused = useSpeed() === 0;
  return (
    <p className={classes['of']}>
      {rehearsal && <strong>A rehearsal: these people and incidents are made up. </strong>}
      {paused && 'Paused: nothing here moves until the rehearsal goes on. '}
      Reported from {dayText(from, now)} {clockTime(from)} until {dayAndTime(until, from)}; what became of them as at {dayText(asAt, now)} {clockTime(asAt)}.
    </p>
  );
}

function Method({ withheld }: { withheld: boolean }) {
  return (
    <section className={sheet['section']}>
      <h2 className={sheet['title']}>How it is counted</h2>
      <p className={classes['note']}>
        The clock runs from the report to any door, and the target is met by the first arrival. Counted under the strictest grade in force; a duplicate has no target of its own. Attended late, or its time over with
        nobody there, is missed; what is neither attended nor due is still running, and is neither.
      </p>
      <p className={classes['note']}>
        Median and 90th percentile lie between the two nearest arrivals, in proportion. “Within chance” is the range that the founding figure itself would give 95 times in 100 (Poisson for calls, binomial for shares):
        of twenty such figures one falls outside by chance alone. The founding report has hours and weekdays in words; the curve is a reading of them.
      </p>
      {withheld && <p className={classes['note']}>Counts of fewer than 5 are withheld, and another beside them where they could be worked out; in a chart a dash stands for such a count.</p>}
    </section>
  );
}
