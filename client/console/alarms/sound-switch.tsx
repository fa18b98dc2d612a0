// The sound of the few alarms that have one: a choice of each person, and always in sight which it is.
import { IconBellOff, IconVolume } from '@tabler/icons-react';
import { ActionButton } from '../../ui/action-button.tsx';
import { useSound } from './use-sound.ts';

const WORDS = { on: 'Sound on', off: 'Sound off', waits: 'Sound on from your next key' } as const;

export function SoundSwitch() {
  const { state, turn } = useSound();
  const off = state === 'off';
  return (
    <ActionButton
      label={WORDS[state]} keys="S" size="xs" tone="quiet" pressed={!off} onAct={() => turn(off)}
      icon={off ? <IconBellOff size={14} aria-hidden /> : <IconVolume size={14} aria-hidden />}
    />
  );
}
