// In the place of a record that could not be read: why, and the way to ask again.
import { IconAlertTriangle } from '@tabler/icons-react';
import { sentenceOf } from '../../live/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import classes from './not-read.module.css';

export function NotRead({ error, onAgain }: { error: unknown; onAgain: () => Promise<unknown> }) {
  return (
    <div className={classes['not-read']} role="alert">
      <p><IconAlertTriangle size={18} aria-hidden /> {sentenceOf(error)}</p>
      <ActionButton label="Ask again" onAct={onAgain} />
    </div>
  );
}
