// Sources of checks whose systems do not answer: whom to ring instead, as long as it lasts.
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { listSilentSources } from '../../shared/protocol/checks.ts';
import { call } from '../live/api.ts';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './console.module.css';

export function SilentSources() {
  const now = useNow();
  const { data = [] } = useQuery({ queryKey: ['silent-sources'], queryFn: ({ signal }) => call(listSilentSources, {}, { signal }), refetchInterval: 10_000 });
  return (
    <div role="status">
      {data.map(({ code, name, phone, since }) => (
        <p key={code} className={classes['notice']} data-whole>
          <IconPlugConnectedX size={18} aria-hidden />
          <strong>No answer from {name} since {dayAndTime(since, now)}.</strong>
          <span className={classes['notice-words']}>{phone === null ? 'Ring them' : `Ring ${phone}`}, and type what they say. Each new question tries their system again.</span>
        </p>
      ))}
    </div>
  );
}
