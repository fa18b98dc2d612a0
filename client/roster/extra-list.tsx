// Who is on duty without a shift: said, not forbidden.
import { PROFESSION_NAMES } from '../../shared/domain/activity.ts';
import type { OutOf } from '../../shared/protocol/route.ts';
import type { readRoster } from '../../shared/protocol/roster.ts';
import { dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './roster.module.css';

const SEAT_WORDS = { responder: null, control: 'in control', edt: 'at the EDT desk' } as const;

export function ExtraList({ extra }: { extra: OutOf<typeof readRoster>['extra'] }) {
  const now = useNow();
  if (extra.length === 0) return null;
  return (
    <section aria-label="On without a shift">
      <h2 className={classes['heading']}>On without a shift <span data-nj-figures>· {extra.length}</span></h2>
      <ul className={classes['plain']}>
        {extra.map(({ dutyId, name, profession, seat, startedAt, callSign }) => (
          <li key={dutyId} className={classes['extra']}>
            <strong>{name}</strong> <span className={classes['dim']}>{[profession === null ? null : PROFESSION_NAMES[profession], SEAT_WORDS[seat], callSign === null ? null : `as ${callSign}`].filter(Boolean).join(' · ')}</span>
            <span> on since {dayAndTime(startedAt, now)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
