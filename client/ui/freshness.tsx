// How fresh the screen is, said in words and always there. Quiet while live; impossible to overlook when not.
import { IconPlugConnectedX } from '@tabler/icons-react';
import classes from './freshness.module.css';
import { clockSeconds } from './time-text.ts';
import type { Moment } from './time-text.ts';

export type FreshnessState = { live: true } | { live: false; since: Moment | null };

/** The sentence alone, for an empty list or a printed page. */
export function freshnessText(state: FreshnessState): string {
  if (state.live) return 'Live';
  return state.since === null
    ? 'Not live yet: nothing has been heard from the server.'
    : `Not live since ${clockSeconds(state.since)}: this is what was known then`;
}

export function Freshness({ state }: { state: FreshnessState }) {
  return (
    <span className={classes['freshness']} data-live={state.live || undefined} role="status" data-nj-figures>
      {state.live ? <span className={classes['dot']} aria-hidden /> : <IconPlugConnectedX size={16} aria-hidden />}
      {freshnessText(state)}
    </span>
  );
}
