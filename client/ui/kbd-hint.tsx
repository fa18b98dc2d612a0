// The key for an action, shown beside it. Screen readers hear it from aria-keyshortcuts instead; drawn, not written, so that it is no part of what a button is called.
import { keyCaps } from './chord.ts';
import classes from './kbd-hint.module.css';

export function KbdHint({ keys }: { keys: string }) {
  return (
    <span className={classes['hint']} aria-hidden data-nj-no-print>
      {keyCaps(keys).map((cap) => <kbd key={cap} className={classes['cap']} data-cap={cap} />)}
    </span>
  );
}
