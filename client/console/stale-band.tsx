// Said across the whole console when it is no longer live, so that nobody acts on an old board without knowing.
import { IconPlugConnectedX } from '@tabler/icons-react';
import { clockSeconds } from '../ui/time-text.ts';
import { useBoard } from './board/board.tsx';
import classes from './console.module.css';

export function StaleBand() {
  const { freshness } = useBoard();
  if (freshness.live || freshness.since === null) return null;
  return (
    <p className={classes['stale']} role="status">
      <IconPlugConnectedX size={18} aria-hidden />
      <strong>Not live since {clockSeconds(freshness.since)}: this is what was known then.</strong>
      <span>What you send is tried again until the server answers. Work by radio and phone until this goes.</span>
    </p>
  );
}
