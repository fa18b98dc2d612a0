// Which night, or which stretch: kept in the address, so that a debrief can be passed on as a link.
import { SegmentedControl, TextInput } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { instantOf } from '../../shared/domain/instant.ts';
import { useNow } from '../ui/use-now.tsx';
import classes from './debrief.module.css';
import { isStretchName, lastNight, STRETCHES, stretchOf, type StretchAsked, type StretchName } from './stretches.ts';

export interface Stretch { name: StretchName; night: string; asked: StretchAsked }

export function useStretch(): [Stretch, (name: StretchName, night: string) => void] {
  const now = instantOf(useNow());
  const [address, setAddress] = useSearchParams();
  const over = address.get('over');
  const name = isStretchName(over) ? over : 'now';
  const night = address.get('night') ?? lastNight(now);
  return [{ name, night, asked: stretchOf(name, night, now) }, (next, of) => setAddress(next === 'now' ? {} : { over: next, ...(next === 'night' ? { night: of } : {}) }, { replace: true })];
}

const names = (rehearsal: boolean): Record<StretchName, string> =>
  ({ now: rehearsal ? 'The rehearsal' : 'Tonight', 'last-night': 'Last night', week: 'Seven nights', night: 'A night' });

export function StretchChoice({ stretch, onChoose, rehearsal }: { stretch: Stretch; onChoose: (name: StretchName, night: string) => void; rehearsal: boolean }) {
  const called = names(rehearsal);
  return (
    <div className={classes['choice']}>
      <SegmentedControl
        aria-label="Over how long"
        data={STRETCHES.map((value) => ({ value, label: called[value] }))}
        value={stretch.name}
        onChange={(value) => { if (isStretchName(value)) onChoose(value, stretch.night); }}
      />
      {stretch.name === 'night' && (
        <TextInput type="date" aria-label="The night that began on" value={stretch.night} onChange={(event) => onChoose('night', event.currentTarget.value)} />
      )}
    </div>
  );
}
