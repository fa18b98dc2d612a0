// Whose end of duty has been forgotten, it seems: told here and among the crews, without a sound.
import { useLiveList } from '../../live/live-store.tsx';
import { clockTime, dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import classes from './alarms.module.css';

export function ForgottenEnds() {
  const now = useNow();
  const forgotten = useLiveList('duty').filter(({ forgottenAt }) => forgottenAt !== null);
  if (forgotten.length === 0) return null;
  return (
    <section className={classes['on-call']} aria-label="Forgotten ends of duty">
      <h3 className={classes['incident']}>End of duty forgotten?</h3>
      <ul className={classes['forgotten']}>
        {forgotten.map(({ id, name, startedAt, shift }) => (
          <li key={id}><strong>{name}</strong> on duty since {dayAndTime(startedAt, now)}{shift === null ? ', longer than a duty lasts' : `, the shift ended ${clockTime(shift.until)}`}. Ring them: they end it on their own screen.</li>
        ))}
      </ul>
    </section>
  );
}
