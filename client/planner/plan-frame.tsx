// A form in its place beside the timeline: named, opened with the focus in it, sent with Ctrl-Enter, left with Esc and nothing lost.
import { useId } from 'react';
import type { FrameProps } from '../forms/form-way.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions } from '../ui/field.tsx';
import { HotkeyScope } from '../ui/hotkey-scope.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { sendFromButtons } from '../ui/submit-keys.ts';
import { useTakenFocus } from '../ui/use-taken-focus.ts';
import classes from './planner.module.css';

export function PlanFrame(props: FrameProps) {
  return (
    <HotkeyScope name={props.title}>
      <Fields {...props} />
    </HotkeyScope>
  );
}

function Fields({ title, says, submit, onSubmit, onClose, refusal, children }: FrameProps) {
  const titleId = useId();
  const form = useTakenFocus<HTMLElement>();
  useHotkeys([{ keys: 'Escape', label: 'Back, keeping what was typed', run: onClose }]);
  return (
    <section ref={form} className={classes['form']} aria-labelledby={titleId} tabIndex={-1} onKeyDown={sendFromButtons}>
      <h2 id={titleId} className={classes['title']}>{title}</h2>
      {says && <p className={classes['dim']}>{says}</p>}
      <div className={classes['fields']}>{children}</div>
      <FieldActions>
        <ActionButton label={submit} keys="Mod+Enter" tone="primary" refusal={refusal} onAct={onSubmit} />
        <ActionButton label="Not now" tone="quiet" onAct={onClose} />
      </FieldActions>
    </section>
  );
}
