// One step inside a person's card: a reason to write, kept while nobody has sent it; Esc goes back to the card, and a refusal is said here.
import { useState, type ReactNode } from 'react';
import { Refused, sentenceOf, ServerFault, Unreachable } from '../live/api.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions } from '../ui/field.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { useTakenFocus } from '../ui/use-taken-focus.ts';
import classes from './people.module.css';

export interface StepFormProps {
  title: string;
  says: string;
  act: string;
  refusal: string | undefined;
  /** What it throws is said here, and everything typed stays. */
  onAct: () => Promise<unknown>;
  onBack: () => void;
  children: ReactNode;
}

export function StepForm(props: StepFormProps) {
  return <HotkeyScope name={props.title}><Step {...props} /></HotkeyScope>;
}

function Step({ title, says, act, refusal, onAct, onBack, children }: StepFormProps) {
  const form = useTakenFocus<HTMLElement>();
  const [problem, setProblem] = useState<string | null>(null);
  useHotkeys([{ keys: 'Escape', label: 'Back, keeping what was typed', run: onBack }]);
  const press = async () => {
    setProblem(null);
    try {
      await onAct();
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable || error instanceof ServerFault)) throw error;
      setProblem(sentenceOf(error));
      return;
    }
    onBack();
  };
  return (
    <section ref={form} className={classes['step']} aria-label={title}>
      <h4 className={classes['step-title']}>{title}</h4>
      <p className={classes['quiet']}>{says}</p>
      {children}
      {problem !== null && <p className={classes['problem']} role="alert">{problem}</p>}
      <FieldActions>
        <ActionButton label={act} keys="Mod+Enter" tone="primary" size="xs" refusal={refusal} onAct={press} />
        <ActionButton label="Not now" tone="quiet" size="xs" onAct={onBack} />
      </FieldActions>
    </section>
  );
}
