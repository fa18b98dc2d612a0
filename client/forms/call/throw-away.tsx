// Throwing a call away takes two presses: what somebody has said on the phone is not said twice.
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import classes from './call.module.css';

export function ThrowAway({ onThrow }: { onThrow: () => void }) {
  const [asked, setAsked] = useState(false);
  const frame = useRef<HTMLSpanElement>(null);
  // The button that had the focus is gone: the harmless one has it.
  useEffect(() => {
    if (document.activeElement === document.body) frame.current?.querySelectorAll('button')[asked ? 1 : 0]?.focus();
  }, [asked]);
  return (
    <span ref={frame} className={classes['throw']}>
      {asked && <ActionButton label="Throw it all away" size="xs" tone="danger" onAct={onThrow} />}
      {asked ? <ActionButton key="keep" label="Keep it" size="xs" tone="quiet" onAct={() => setAsked(false)} /> : <ActionButton key="throw" label="Throw away" size="xs" tone="quiet" onAct={() => setAsked(true)} />}
    </span>
  );
}
