// The screen on the wall, read from five metres: time, how fresh, how many, what breaches next, and the map. No controls, no names.
import { useMemo } from 'react';
import { useFreshness, useServerNow, useSpeed } from '../live/live-store.tsx';
import { useMe } from '../live/me.tsx';
import { LiveMap } from '../map/live-map.tsx';
import { Clock } from '../ui/clock.tsx';
import { Freshness } from '../ui/freshness.tsx';
import { pausedWords, speedWords } from '../ui/rehearsal-words.ts';
import { useNow } from '../ui/use-now.tsx';
import { dutyNightOf, nightLabel } from '../../shared/domain/duty-night.ts';
import { BoardProvider, useBoard } from './board/board.tsx';
import { STALE_AFTER_SECONDS } from './board/crew.ts';
import { crewMarks, incidentMarks } from './map/map-marks.ts';
import { useDistricts } from './map/use-districts.ts';
import { Tally } from './tally.tsx';
import { WallQueue } from './wall/wall-queue.tsx';
import classes from './wall/wall.module.css';

export function Wall() {
  return (
    <BoardProvider>
      <Screen />
    </BoardProvider>
  );
}

function Screen() {
  const board = useBoard();
  const { deployment } = useMe();
  const districts = useDistricts();
  const serverNow = useServerNow();
  const now = useNow();
  // Whoever walks past sees this screen: a restricted incident does not exist on it, in its counts and marks either.
  const items = useMemo(() => board.items.filter(({ incident }) => !incident.restricted), [board.items]);
  // A secret address is counted and listed by its district, and has no mark; nor has a crew on its way there a line to it.
  const shown = useMemo(() => new Map([...board.incidents].filter(([, { restricted, location }]) => !restricted && location?.secret !== true)), [board.incidents]);
  const marks = useMemo(() => incidentMarks(items.filter(({ id }) => shown.has(id)), null, board.now).map((mark) => ({ ...mark, label: mark.ref })), [items, shown, board.now]);
  const { crews } = useMemo(() => crewMarks(board.crews, shown, null), [board.crews, shown]);

  return (
    <div className={classes['wall']} data-live={board.freshness.live || !board.known || undefined}>
      <header className={classes['head']}>
        <div className={classes['clock']}><Clock now={now} size="xl" /></div>
        <div className={classes['about']}>
          <p>{nightLabel(dutyNightOf(now.toISOString()))}{deployment.kind === 'rehearsal' && <WallRehearsal now={now} />}</p>
          <WallFreshness />
        </div>
        <Tally known={board.known} items={items} crews={board.crews} size="xl" />
      </header>
      <WallQueue items={items} />
      <section className={classes['map']} aria-label="Map">
        <LiveMap
          incidents={marks} crews={crews} responders={[]} now={() => Date.parse(serverNow())} staleAfterSeconds={STALE_AFTER_SECONDS} districts={districts}
          tileUrl={deployment.tileUrl} tileAttribution={deployment.tileAttribution} controls={false} listedIn="the list beside it"
        />
      </section>
    </div>
  );
}

/** Nothing on the wall may be taken for a night. */
function WallRehearsal({ now }: { now: Date }) {
  const speed = useSpeed();
  const words = speed === 0 ? pausedWords(now) : speedWords(speed);
  return <strong className={classes['rehearsal']}>{['Rehearsal', words].filter((word) => word !== '').join(' · ')}</strong>;
}

const WallFreshness = () => <Freshness state={useFreshness()} />;
