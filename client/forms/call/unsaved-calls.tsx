// Calls that somebody began and nobody has touched for ten minutes: a caller may be waiting for what was never saved.
import { IconPhonePause } from '@tabler/icons-react';
import { useCallDrafts } from '../../live/call-drafts.tsx';
import { useMe } from '../../live/me.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { clockTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { untouchedOf, untouchedText } from './untouched.ts';
import classes from './call.module.css';

export function UnsavedCalls({ calling, onGoOn }: { /** The form is open, and lists them itself. */ calling: boolean; onGoOn: () => void }) {
  const { form, lines, open } = useCallDrafts();
  const { staffId } = useMe();
  const now = useNow();
  const waiting = untouchedOf(lines ?? [], now);
  const [first] = waiting;
  const goOn = async () => {
    if (first === undefined) return;
    await open(first);
    onGoOn();
  };
  return (
    <div role="status">
      {first !== undefined && !calling && (
        <p className={classes['notice']}>
          <IconPhonePause size={18} aria-hidden />
          <strong>{waiting.length === 1 ? 'A call is not saved yet.' : `${waiting.length} calls are not saved yet.`}</strong>
          <span className={classes['notice-words']}>
            {first.heldBy.staffId === staffId ? 'You' : first.heldBy.name} began it at {clockTime(first.begunAt)}<span aria-hidden>{untouchedText(first, now)}</span>: {first.words === '' ? 'nothing said yet' : first.words}
          </span>
          {first.form === form && <ActionButton label={first.heldBy.staffId === staffId ? 'Go on with it' : `Take it over from ${first.heldBy.name}`} size="xs" onAct={goOn} />}
        </p>
      )}
    </div>
  );
}
