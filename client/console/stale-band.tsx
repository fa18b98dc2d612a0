// Across the whole console when it is no longer live: how long it has been silent, and how to work until it is not.
// The bar above says since when, and says it aloud.
import { IconPlugConnectedX } from '@tabler/icons-react';
import { ageText, type Moment } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import { useBoard } from './board/board.tsx';
import classes from './console.module.css';

export function StaleBand() {
  const { freshness } = useBoard();
  if (freshness.live || freshness.since === null) return null;
  return (
    <p className={classes['stale']}>
      <IconPlugConnectedX size={18} aria-hidden />
      <strong>Nothing has been heard for <Silence since={freshness.since} />.</strong>
      <span>Work by radio and phone until this goes. What you send is tried again until the server answers.</span>
    </p>
  );
}

function Silence({ since }: { since: Moment }) {
  return ageText((useNow().getTime() - new Date(since).getTime()) / 1000);
}
