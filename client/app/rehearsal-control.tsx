// Pause, Go on, Slower and Faster, for whoever leads the rehearsal: by hand or by key.
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext, IconPlayerTrackPrev } from '@tabler/icons-react';
import { useEffect, useId } from 'react';
import type { ReactNode } from 'react';
import { setSpeed } from '../../shared/protocol/rehearsal.ts';
import { useSend } from '../live/send.ts';
import { ariaKeys, keyCaps } from '../ui/chord.ts';
import { useHotkeys } from '../ui/hotkeys.ts';
import { KbdHint } from '../ui/kbd-hint.tsx';
import { useAct } from '../ui/use-act.ts';
import classes from './rehearsal-control.module.css';
import { nextFaster, nextSlower } from '../ui/rehearsal-words.ts';

/** What it goes on at, on a page that has not seen it run. */
const USUAL_SPEED = { played: 60, standing: 1 };
let ranAt: number | null = null;

export function RehearsalControl({ speed, isPlayed }: { speed: number; isPlayed: boolean }) {
  const { send } = useSend();
  useEffect(() => { if (speed > 0) ranAt = speed; }, [speed]);
  const to = (next: number | undefined) => (next === undefined ? undefined : send(setSpeed, { speed: next }));
  const paused = speed === 0;
  const still = paused ? 'The clock stands still: let it go on first.' : undefined;
  return (
    <span className={classes['control']} role="group" aria-label="The rehearsal’s clock">
      <Key label="Slower" keys="<" refusal={still ?? (nextSlower(speed) === undefined ? 'It runs as slowly as it can. Pause it instead.' : undefined)} onAct={() => to(nextSlower(speed))}>
        <IconPlayerTrackPrev size={14} aria-hidden />
      </Key>
      {paused
        ? <Key label="Go on" keys="Shift+R" shown onAct={() => to(ranAt ?? (isPlayed ? USUAL_SPEED.played : USUAL_SPEED.standing))}><IconPlayerPlay size={14} aria-hidden /></Key>
        : <Key label="Pause" keys="Shift+R" shown onAct={() => to(0)}><IconPlayerPause size={14} aria-hidden /></Key>}
      <Key label="Faster" keys=">" refusal={still ?? (nextFaster(speed) === undefined ? 'It runs as fast as it can.' : undefined)} onAct={() => to(nextFaster(speed))}>
        <IconPlayerTrackNext size={14} aria-hidden />
      </Key>
    </span>
  );
}

interface KeyProps {
  label: string;
  keys: string;
  /** Its word and its key stand beside the sign. */
  shown?: boolean;
  refusal?: string | undefined;
  onAct: () => Promise<unknown> | undefined;
  children: ReactNode;
}

function Key({ label, keys, shown = false, refusal, onAct, children }: KeyProps) {
  const reasonId = useId();
  const { press, underWay } = useAct(() => onAct(), refusal);
  useHotkeys([{ keys, label: `${label}: the rehearsal’s clock`, run: press }]);
  return (
    <>
      <UnstyledButton
        className={classes['key']} onClick={press} title={`${label} (${keyCaps(keys).join(' ')})${refusal ? `. ${refusal}` : ''}`} aria-keyshortcuts={ariaKeys(keys)} aria-busy={underWay || undefined}
        aria-disabled={refusal ? true : undefined} aria-describedby={refusal ? reasonId : undefined} aria-label={shown ? undefined : label}
      >
        {children}
        {shown && <span className={classes['word']}>{label}</span>}
        {shown && <span className={classes['hint']}><KbdHint keys={keys} /></span>}
      </UnstyledButton>
      {refusal && <VisuallyHidden id={reasonId}>{refusal}</VisuallyHidden>}
    </>
  );
}
