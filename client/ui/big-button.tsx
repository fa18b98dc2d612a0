// The one thing that comes next, across the full width: for gloves, rain and one hand.
import { Loader, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCloudOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import classes from './big-button.module.css';
import { useAct } from './use-act.ts';
import type { Act } from './use-act.ts';

export interface BigButtonProps {
  label: string;
  /** A second line: what it will do, or what became of it. */
  detail?: ReactNode;
  onAct: Act;
  /** `next` once a screen; `other` for what lies beside it; `danger` for SOS. */
  tone?: 'next' | 'other' | 'danger';
  /** `kept`: pressed while there was no connection, and on this tablet until there is one. */
  state?: 'ready' | 'kept' | 'done';
  refusal?: string | undefined;
  icon?: ReactNode;
}

const stateIcons = { ready: null, kept: <IconCloudOff size={24} aria-hidden />, done: <IconCheck size={24} aria-hidden /> };
const stateWords = { ready: null, kept: 'Kept here, not sent yet', done: null };

export function BigButton({ label, detail, onAct, tone = 'next', state = 'ready', refusal, icon }: BigButtonProps) {
  const detailId = useId();
  // The reason stands on the button already: pressed all the same, it is marked and spoken, and covers nothing.
  const [presses, setPresses] = useState(0);
  const { press, underWay, slow } = useAct(onAct, refusal, () => setPresses(presses + 1));
  const below = refusal ?? detail ?? stateWords[state];
  return (
    <button
      type="button"
      className={classes['big']}
      data-nj-no-print
      data-tone={tone}
      data-state={state}
      data-under-way={underWay || undefined}
      data-refused={refusal ? true : undefined}
      data-insisted={(refusal && presses > 0) || undefined}
      aria-disabled={refusal ? true : undefined}
      aria-busy={underWay || undefined}
      aria-describedby={below ? detailId : undefined}
      onClick={() => {
        // A glove does not feel the glass: the tablet answers the thumb.
        navigator.vibrate?.(15);
        press();
      }}
    >
      <span className={classes['icon']}>{slow ? <Loader size={24} color="currentcolor" /> : (icon ?? stateIcons[state])}</span>
      <span className={classes['words']}>
        <span className={classes['label']}>{label}</span>
        {below && <span id={detailId} className={classes['detail']}>{below}</span>}
      </span>
      {state === 'done' && <VisuallyHidden>done</VisuallyHidden>}
      {refusal && presses > 0 && <VisuallyHidden key={presses} role="alert">{refusal}</VisuallyHidden>}
    </button>
  );
}
