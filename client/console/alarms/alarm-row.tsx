// One alarm: what, since when, who has it, and what can be done about it. The chosen one answers to the keys.
import { useEffect, useRef } from 'react';
import { IconBell } from '@tabler/icons-react';
import { ON_CALL_NAMES } from '../../../shared/domain/on-call.ts';
import type { NightView } from '../../../shared/protocol/views.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import type { Act } from '../../ui/use-act.ts';
import { useBoard } from '../board/board.tsx';
import { causeWords, holderText, type AlarmLine } from './alarm-list.ts';
import classes from './alarms.module.css';

export interface AlarmDeed { label: string; keys: string | undefined; refusal: string | undefined; act: Act }

export interface AlarmRowProps {
  line: AlarmLine;
  chosen: boolean;
  onChoose: () => void;
  onCall: NightView['onCall'];
  deeds: readonly AlarmDeed[];
}

export function AlarmRow({ line: { alarm, incident, loud, sounds }, chosen, onChoose, onCall, deeds }: AlarmRowProps) {
  const { me, now } = useBoard();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => { if (chosen) row.current?.scrollIntoView({ block: 'nearest' }); }, [chosen]);
  const ring = loud && alarm.stage === 'on-call';
  return (
    <div ref={row} className={classes['row']} data-chosen={chosen || undefined} data-loud={loud || undefined} data-sounds={sounds || undefined} onPointerDown={onChoose} onFocus={onChoose}>
      <p className={classes['what']}>
        <IconBell size={14} aria-hidden />
        <span className={classes['cause']}>{causeWords(alarm, incident)}</span>
        <span className={classes['quiet']}>due {dayAndTime(alarm.dueAt, now)}</span>
      </p>
      <p className={classes['holder']}>{holderText(alarm, me.isSupervisor, now)}</p>
      {ring && (
        <p className={classes['ring']}>
          {onCall.length === 0 ? 'Nobody is named on call tonight: name them below, or ring the next manager.' : `Ring ${onCall.map(({ post, name, phone }) => `${ON_CALL_NAMES[post].toLowerCase().replace('amhp', 'AMHP')} ${name}, ${phone}`).join(' · ')}`}
        </p>
      )}
      <div className={classes['deeds']}>
        {deeds.map(({ label, keys, refusal, act }) => (
          <ActionButton key={label} label={label} keys={chosen ? keys : undefined} size="xs" tone={label === 'Acknowledge' && loud ? 'plain' : 'quiet'} refusal={refusal} onAct={act} />
        ))}
      </div>
    </div>
  );
}
