// My own shifts, the next ones first.
import { useQuery } from '@tanstack/react-query';
import { DISTRICTS } from '../../../shared/domain/district.ts';
import { listOwnShifts } from '../../../shared/protocol/roster.ts';
import { call } from '../../live/api.ts';
import { clockTime, dayText } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import classes from './own-shifts.module.css';

const areaOf = (codes: readonly string[]): string => DISTRICTS.filter(({ code }) => codes.includes(code)).map(({ name }) => name).join(', ');

export function OwnShifts({ most = 5 }: { most?: number }) {
  const now = useNow();
  const { data, error } = useQuery({ queryKey: ['own-shifts'], queryFn: ({ signal }) => call(listOwnShifts, {}, { signal }), refetchInterval: 60_000 });
  if (data === undefined) return <p>{error ? 'Your shifts could not be asked: no answer from the server.' : 'Asking for your shifts …'}</p>;
  if (data.length === 0) return <p>None is on the roster. You can book on all the same.</p>;
  return (
    <ul className={classes['shifts']}>
      {data.slice(0, most).map(({ id, from, until, districtCodes, sickAt }) => (
        <li key={id}>
          <strong data-nj-figures>{dayText(from, now)} {clockTime(from)}–{clockTime(until)}</strong>
          <span>{[sickAt === null ? null : 'you are down as sick', from <= now.toISOString() ? 'on now' : null, areaOf(districtCodes)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
