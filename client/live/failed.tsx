// A list that could not be read: why, and another try. What was read before stays on the screen above it.
import { sentenceOf } from './api.ts';
import { ActionButton } from '../ui/action-button.tsx';
import classes from './failed.module.css';

export function Failed({ error, again }: { error: unknown; again: () => Promise<unknown> }) {
  return (
    <div className={classes['failed']} role="alert">
      <p>{sentenceOf(error)}</p>
      <ActionButton label="Try again" onAct={again} />
    </div>
  );
}
