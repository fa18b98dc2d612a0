// A deed that needs words: it opens at the foot of the case, keeps what is typed, and closes only once it was done.
import type { ReactNode } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldActions } from '../../ui/field.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { useTakenFocus } from '../../ui/use-taken-focus.ts';
import classes from './act-form.module.css';

export interface ActFormProps {
  title: string;
  /** What it leads to: who is told, what stays. */
  leadsTo?: ReactNode;
  /** The deed by its name, never `OK`. */
  act: string;
  /** Answers whether it was done: what was refused stays open, with everything typed. */
  onAct: () => Promise<boolean>;
  onClose: () => void;
  refusal?: string | undefined;
  danger?: boolean;
  children?: ReactNode;
}

export function ActForm(props: ActFormProps) {
  return <HotkeyScope name={props.title}><Form {...props} /></HotkeyScope>;
}

function Form({ title, leadsTo, act, onAct, onClose, refusal, danger = false, children }: ActFormProps) {
  const form = useTakenFocus<HTMLElement>();
  useHotkeys([{ keys: 'Escape', label: 'Not now', run: onClose }]);
  const press = async () => { if (await onAct()) onClose(); };
  return (
    <section ref={form} className={classes['form']} aria-label={title}>
      <h3 className={classes['title']}>{title}</h3>
      {leadsTo && <div className={classes['leads-to']}>{leadsTo}</div>}
      <div className={classes['fields']}>{children}</div>
      <div className={classes['deed']}>
        <FieldActions>
          <ActionButton label={act} keys="Mod+Enter" tone={danger ? 'danger' : 'primary'} refusal={refusal} onAct={press} />
          <ActionButton label="Not now" keys="Escape" tone="quiet" onAct={onClose} />
        </FieldActions>
      </div>
    </section>
  );
}
