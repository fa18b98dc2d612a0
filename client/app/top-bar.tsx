// The bar at the top: where one is, what time it is, which night, how fresh the screen is, and who is at it.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { dutyNightOf, nightLabel } from '../../shared/domain/duty-night.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { useFreshness } from '../live/live-store.tsx';
import { useMe } from '../live/me.tsx';
import { Clock } from '../ui/clock.tsx';
import { Freshness } from '../ui/freshness.tsx';
import { useNow } from '../ui/use-now.tsx';
import { useSlow } from '../ui/use-slow.ts';
import { RehearsalClock } from './rehearsal-clock.tsx';
import classes from './top-bar.module.css';
import { YouMenu } from './you-menu.tsx';

export interface TopBarProps {
  /** After the clock. */
  left?: ReactNode;
  /** Before the menu. */
  children?: ReactNode;
  /** For a screen that says the time and how fresh it is itself. */
  slim?: boolean;
}

export function TopBar({ left, children, slim = false }: TopBarProps) {
  const { deployment } = useMe();
  return (
    <header className={classes['bar']} data-slim={slim || undefined} data-nj-no-print>
      <Link href="/" className={classes['name']}>Nightjar</Link>
      {deployment.kind === 'rehearsal' && <RehearsalClock withTime={slim} />}
      {!slim && <Tonight />}
      {left}
      <div className={classes['rest']}>{children}</div>
      <div className={classes['you']}><YouMenu /></div>
    </header>
  );
}

function Tonight() {
  const now = useNow();
  const freshness = useFreshness();
  // Before the first answer the time would be this machine's, and "not live" a flicker.
  const connecting = freshness.state === 'connecting';
  const slow = useSlow(connecting, 1500);
  return (
    <>
      <span className={classes['tonight']} data-unknown={connecting || undefined}>
        <Clock now={now} />
        <span className={classes['night']}>{nightLabel(dutyNightOf(instantOf(now)))}</span>
      </span>
      {(!connecting || slow) && <Freshness state={freshness} />}
    </>
  );
}
