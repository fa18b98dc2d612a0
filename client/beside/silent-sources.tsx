// Sources of checks whose systems do not answer: whom to ring instead, as long as it lasts.
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useLiveList } from '../live/live-store.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './silent-sources.module.css';

export function SilentSources() {
  const now = useNow();
  const silent = useLiveList('silentSource').toSorted((a, b) => a.since.localeCompare(b.since));
  return (
    <div role="status">
      {silent.map(({ id, name, phone, since }) => (
        <p key={id} className={classes['silent']}>
          <IconPlugConnectedX size={18} aria-hidden />
          <strong>No answer from {name} since {dayAndTime(since, now)}.</strong>
          <span className={classes['words']}>{phone === null ? 'Ring them' : `Ring ${phone}`}, and type what they say. Each new question tries their system again.</span>
        </p>
      ))}
    </div>
  );
}
