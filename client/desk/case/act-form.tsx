// A deed that needs words: it opens at the foot of the case, keeps what is typed, and closes only once it was done.
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Refused, sentenceOf, ServerFault, Unreachable } from '../../live/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldActions } from '../../ui/field.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { sendFromButtons } from '../../ui/submit-keys.ts';
import { useTakenFocus } from '../../ui/use-taken-focus.ts';
import classes from './act-form.module.css';
import { useFocusToPane } from './use-focus-to-pane.ts';

export interface ActFormProps {
  title: string;
  /** What it leads to: who is told, what stays. */
  leadsTo?: ReactNode;
  /** The deed by its name, never `OK`. */
  act: string;
  /** What it throws is said here, and everything typed stays. */
  onAct: () => Promise<unknown>;
  onClose: () => void;
  /** It is done, and something follows in the same place. */
  staysOpen?: boolean;
  refusal?: string | undefined;
  danger?: boolean;
  children?: ReactNode;
}

export function ActForm(props: ActFormProps) {
  return <HotkeyScope name={props.title}><Form {...props} /></HotkeyScope>;
}

function Form({ title, leadsTo, act, onAct, onClose, staysOpen = false, refusal, danger = false, children }: ActFormProps) {
  const form = useTakenFocus<HTMLElement>();
  useFocusToPane(form);
  const [problem, setProblem] = useState<string | null>(null);
  const press = async () => {
    setProblem(null);
    try {
      await onAct();
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable || error instanceof ServerFault)) throw error;
      setProblem(sentenceOf(error));
      return;
    }
    if (!staysOpen) onClose();
  };
  return (
    <section ref={form} className={classes['form']} aria-label={title} onKeyDown={sendFromButtons}>
      <h3 className={classes['title']}>{title}</h3>
      {leadsTo && <div className={classes['leads-to']}>{leadsTo}</div>}
      <div className={classes['fields']}>{children}</div>
      <div className={classes['deed']}>
        {problem !== null && <p className={classes['problem']} role="alert"><IconAlertTriangle size={16} aria-hidden /> {problem}</p>}
        <FieldActions>
          {/* Without a field the button itself has the focus, and Enter is its own. */}
          <ActionButton label={act} keys={children === undefined ? 'Enter' : 'Mod+Enter'} tone={danger ? 'danger' : 'primary'} refusal={refusal} onAct={press} />
          <ActionButton label="Not now" keys="Escape" tone="quiet" onAct={onClose} />
        </FieldActions>
      </div>
    </section>
  );
}
