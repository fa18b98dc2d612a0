// At the door: a clock and nothing else, until it is held; what to beware of comes on request, in words that alarm nobody.
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../live/me.tsx';
import { Clock } from '../../ui/clock.tsx';
import { useHold } from '../../ui/use-hold.ts';
import { useNow } from '../../ui/use-now.tsx';
import { SosButton } from '../sos/sos-button.tsx';
import type { OwnSos } from '../sos/use-sos.ts';
import classes from './door-screen.module.css';

const shownForMs = 8000;

export interface DoorScreenProps {
  /** Staff-safety warnings, and what is not known of them. */
  warnings: readonly string[];
  sos: Pick<OwnSos, 'active' | 'here' | 'press'>;
  onReturn: () => void;
}

export function DoorScreen({ warnings, sos, onReturn }: DoorScreenProps) {
  const now = useNow();
  const isRehearsal = useMe().deployment.kind === 'rehearsal';
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  const { armed, holding, handlers } = useHold(onReturn);

  useEffect(() => {
    // Modal, so that it lies above every message and the page under it is out of reach.
    dialog.current?.showModal();
    const title = document.title;
    document.title = isRehearsal ? 'Rehearsal: Clock' : 'Clock';
    return () => { document.title = title; };
  }, [isRehearsal]);

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(false), shownForMs);
    return () => clearTimeout(timer);
  }, [shown]);

  return (
    <dialog ref={dialog} className={classes['door']} aria-label="Clock" closedby="none" onCancel={(event) => event.preventDefault()}>
      <div className={classes['middle']}>
        {/* It tells a householder nothing: in a rehearsal there is none. */}
        {isRehearsal && <p className={classes['rehearsal']}>Rehearsal</p>}
        <Clock now={now} size="xl" />
        {sos.active && <p className={classes['sos']}>{sos.here.state === 'not-sent' ? '· · ·  not sent' : '· · ·  sent'}</p>}
        {/* "Warnings" in large letters is what a householder must not read. */}
        <ul className={classes['asked']} aria-live="polite">{shown && warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul>
      </div>
      <div className={classes['foot']}>
        <button type="button" className={classes['quiet']} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'For us'}<VisuallyHidden>: staff-safety warnings</VisuallyHidden>
        </button>
        {/* It goes unseen: a shake, and these few dots say that it went. */}
        <SosButton quiet onSos={sos.press} />
        <button type="button" className={classes['back']} data-holding={holding || undefined} {...handlers}>
          {armed ? 'Touch again to come back' : 'Hold to come back'}
        </button>
      </div>
    </dialog>
  );
}
