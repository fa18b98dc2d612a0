// Before setting out, and again before the door: the staff-safety warnings take the whole screen until they were read. What nobody checked is said with them.
import { useEffect, useRef } from 'react';
import type { ReadBefore } from '../../../shared/domain/crew-safety.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { Safety } from '../task/safety.tsx';
import type { Work } from '../work.ts';
import classes from './warnings-first.module.css';

const TITLES = { going: 'Before you go', there: 'Before the door' } as const satisfies Record<ReadBefore, string>;

export function WarningsFirst({ work: { incident }, before, onRead, onBack }: { work: Work; before: ReadBefore; onRead: () => void; onBack: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={classes['first']} aria-labelledby="warnings-first" onCancel={(event) => { event.preventDefault(); onBack(); }}>
      <div className={classes['words']}>
        <h2 id="warnings-first" className={classes['title']}>{TITLES[before]}</h2>
        <Safety incident={incident} />
      </div>
      <div className={classes['foot']}>
        <BigButton label="I have read it" detail={before === 'going' ? 'Then you are going' : 'Then you are there'} onAct={onRead} />
        <BigButton label="Not yet" tone="other" onAct={onBack} />
      </div>
    </dialog>
  );
}
