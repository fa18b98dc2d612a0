// The alarms in the bar at the top: how many nobody has, and the worst of them in words; quiet while there is none.
import { VisuallyHidden } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { ON_CALL_NAMES } from '../../../shared/domain/on-call.ts';
import { useLiveList } from '../../live/live-store.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import { countLoud, soundingIds, worstOf, wordsOf } from './alarm-list.ts';
import classes from './alarms.module.css';
import { useAlarms } from './use-alarms.ts';
import { useSound, useSounding } from './use-sound.ts';

export function AlarmBar() {
  const { known, me, onDuty } = useBoard();
  const { alarming, set, goTo, incidentId } = useConsole();
  const { groups, tonight } = useAlarms();
  const { state } = useSound();
  const every = useLiveList('sos');
  useSounding(known ? soundingIds(groups) : [], known ? every.filter(({ hadBy }) => hadBy === null).map(({ id }) => id).sort() : []);
  if (!known) return null;
  const count = countLoud(groups);
  const worst = worstOf(groups, me.isSupervisor);
  const alarms = count === 0 ? 'No alarms' : count === 1 ? '1 alarm' : `${count} alarms`;
  const words = worst !== undefined ? wordsOf(worst) : tonight.gap ? `nobody on call: ${tonight.missing.map((post) => ON_CALL_NAMES[post]).join(', ')}` : '';
  const shown = count === 0 ? (tonight.gap ? words : alarms) : `${count} · ${words}`;
  const silence = !onDuty || state === 'on' ? null : state === 'off' ? 'sound off' : 'sound waits for a key';
  const toggle = () => {
    set({ alarming: !alarming });
    if (alarming) goTo(incidentId === null ? 'queue' : 'incident');
  };
  return (
    <>
      <ActionButton
        label={[shown, shown === alarms ? null : alarms, silence].filter((part) => part !== null).join(', ')}
        keys="Shift+A" size="xs" tone="quiet" expanded={alarming} onAct={toggle} className={worst === undefined ? undefined : classes[worst.sounds ? 'sounding' : 'loud']}
        icon={silence === null ? <IconBell size={14} aria-hidden /> : <IconBellOff size={14} aria-hidden />}
      >
        <span className={classes['bar']}>{shown}</span>
      </ActionButton>
      <VisuallyHidden role="status">{worst === undefined ? '' : `Alarm: ${wordsOf(worst)}`}</VisuallyHidden>
    </>
  );
}
