// Who looked at my position in this duty, and when: asked for, never pushed.
import { useEffect, useState } from 'react';
import { positionLookups } from '../../../shared/protocol/duties.ts';
import type { OutOf } from '../../../shared/protocol/route.ts';
import { call } from '../../live/api.ts';
import { clockTime } from '../../ui/time-text.ts';
import classes from './lookups.module.css';

type Answer = OutOf<typeof positionLookups> | 'asking' | 'not answered';

export function Lookups() {
  const [answer, setAnswer] = useState<Answer>('asking');
  useEffect(() => {
    const stop = new AbortController();
    call(positionLookups, {}, { signal: stop.signal }).then(setAnswer, () => { if (!stop.signal.aborted) setAnswer('not answered'); });
    return () => stop.abort();
  }, []);
  if (answer === 'asking') return null;
  if (answer === 'not answered') return <p>Who looked could not be asked: no answer from the server.</p>;
  if (answer.length === 0) return <p>Nobody has looked at it in this duty.</p>;
  return (
    <div>
      <p>Who looked in this duty:</p>
      <ul className={classes['lookups']}>
        {answer.map(({ by, from, until }) => (
          <li key={`${by} ${from}`}>
            <span>{by}</span>
            <span className={classes['when']}>{clockTime(from)} to {clockTime(until)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
