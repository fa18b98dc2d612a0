// The key for an action, shown beside it. Screen readers hear it from aria-keyshortcuts instead.
import { keyCaps } from './chord.ts';
import classes from './kbd-hint.module.css';

export function KbdHint({ keys }: { keys: string }) {
  return (
    <span className={classes['hint']} aria-hidden data-nj-no-print>
      {keyCaps(keys).map((cap) => <kbd key={cap} className={classes['cap']}>{cap}</kbd>)}
    </span>
  );
}
