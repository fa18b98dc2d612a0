// One shift: when, who, where and how it stands; chosen, what can be done about it.
import { useEffect, useRef } from 'react';
import { PROFESSION_NAMES } from '../../shared/domain/activity.ts';
import type { ShiftView } from '../../shared/protocol/roster.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { clockTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import { areaWords } from './area-words.ts';
import classes from './roster.module.css';
import { partOf, stateWords } from './shift-state.ts';

export interface ShiftDeed { label: string; keys: string; refusal: string | undefined; act: () => void | Promise<unknown> }

export function ShiftRow({ shift, chosen, onChoose, deeds }: { shift: ShiftView; chosen: boolean; onChoose: () => void; deeds: readonly ShiftDeed[] }) {
  const now = useNow();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => { if (chosen) row.current?.scrollIntoView({ block: 'nearest' }); }, [chosen]);
  const { name, profession, from, until, districtCodes, breaks } = shift;
  const words = stateWords(shift, now);
  return (
    <li ref={row} className={classes['shift']} data-chosen={chosen || undefined} data-part={partOf(shift, now.toISOString())}>
      <button type="button" className={classes['line']} aria-expanded={chosen} onClick={onChoose}>
        <span className={classes['when']} data-nj-figures>{clockTime(from)}–{clockTime(until)}</span>
        <span className={classes['who']}><strong>{name}</strong> <span className={classes['dim']}>{profession === null ? '' : PROFESSION_NAMES[profession]}</span></span>
        <span className={classes['area']}>{areaWords(districtCodes)}{breaks.map((pause) => <span key={pause.from} className={classes['dim']}> · break {clockTime(pause.from)}–{clockTime(pause.until)}</span>)}</span>
        <span className={classes['state']}>{words}</span>
      </button>
      {chosen && <div className={classes['deeds']}>{deeds.map(({ label, keys, refusal, act }) => <ActionButton key={label} label={label} keys={keys} size="xs" refusal={refusal} onAct={act} />)}</div>}
    </li>
  );
}
