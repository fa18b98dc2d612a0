// At the door: one touch and the tablet shows a clock and nothing else. A householder reads screens.
import { useEffect, useRef } from 'react';
import { Clock } from './clock.tsx';
import { HotkeyScope } from './hotkey-scope.tsx';
import classes from './neutral-screen.module.css';
import { useHold } from './use-hold.ts';

export interface NeutralScreenProps {
  now: Date;
  onReturn: () => void;
}

/** Mounted while everything is to be hidden; neither sight nor screen reader reaches what lies under it. */
export function NeutralScreen({ now, onReturn }: NeutralScreenProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { armed, holding, handlers } = useHold(onReturn);

  useEffect(() => {
    // Modal, so that it lies above every message and the page under it is inert.
    dialog.current?.showModal();
    const title = document.title;
    document.title = 'Clock';
    return () => { document.title = title; };
  }, []);

  return (
    <HotkeyScope name="Clock" exclusive>
      <dialog ref={dialog} className={classes['neutral']} aria-label="Clock" closedby="none" onCancel={(event) => event.preventDefault()}>
        <Clock now={now} size="xl" />
        <button type="button" className={classes['back']} data-holding={holding || undefined} {...handlers}>
          {armed ? 'Touch again to come back' : 'Hold to come back'}
        </button>
      </dialog>
    </HotkeyScope>
  );
}
