// The mark of a rehearsal in the bar, with its clock: how fast it runs, that it is paused or over; and for control the keys to it.
import { VisuallyHidden } from '@mantine/core';
import { Link } from 'wouter';
import { useMe } from '../live/me.tsx';
import { useSpeed } from '../live/live-store.tsx';
import { clockTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import { RehearsalControl } from './rehearsal-control.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { pausedWords, speedWords } from '../ui/rehearsal-words.ts';
import classes from './rehearsal.module.css';
import { mayOpen, SCREENS } from './screens.ts';
import { useRehearsal } from './use-rehearsal.ts';

/** `withTime` where the bar itself says no time. */
export function RehearsalClock({ withTime }: { withTime: boolean }) {
  const speed = useSpeed();
  const { roles } = useMe();
  const now = useNow();
  const rehearsal = useRehearsal(speed);
  const isOver = rehearsal?.endsAt != null && Date.parse(rehearsal.endsAt) <= now.getTime();
  const paused = speed === 0;
  return (
    <>
      <Rehearsal>
        {withTime && !paused && <time dateTime={now.toISOString()}>{clockTime(now)}</time>}
        {/* Spoken when it changes, by whoever changed it. */}
        <span className={classes['state']} role="status">
          {paused ? pausedWords(rehearsal?.speed === 0 ? rehearsal.now : now, isOver) : speed !== 1 && <><span aria-hidden>{speed}×</span><VisuallyHidden>{speedWords(speed)}</VisuallyHidden></>}
        </span>
      </Rehearsal>
      {(roles.includes('coordinator') || roles.includes('supervisor')) && <RehearsalControl speed={speed} isPlayed={rehearsal?.seed != null} />}
      {isOver && <Over />}
    </>
  );
}

function Over() {
  const me = useMe();
  const may = mayOpen(me, 'debrief');
  return (
    <span className={classes['over']} role="status">
      <span className={classes['lead']}>The rehearsal’s hours are over{may && ': '}</span>
      {may && <Link href={SCREENS.debrief.path}>see the debrief</Link>}
    </span>
  );
}
