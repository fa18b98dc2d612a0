// A form in its place: named, opened with the focus in it, sent with Ctrl-Enter, left with Esc and nothing lost.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldActions } from '../../ui/field.tsx';
import { focusAtEnd } from '../../ui/focus-at-end.ts';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import classes from './forms.module.css';
import { sendFromButtons } from '../../ui/submit-keys.ts';

export interface InlineFormProps {
  title: string;
  /** What will happen, in a sentence, before the fields. */
  says?: ReactNode;
  /** The deed by its name: "Send B2", never "OK". */
  submit: string;
  onSubmit: () => Promise<unknown>;
  onClose: () => void;
  refusal?: string | undefined;
  danger?: boolean;
  level?: 2 | 3;
  children?: ReactNode;
  /** Further buttons, after the one that does it. */
  actions?: ReactNode;
}

export function InlineForm(props: InlineFormProps) {
  return (
    <HotkeyScope name={props.title}>
      <Fields {...props} />
    </HotkeyScope>
  );
}

const FIRST = '[data-autofocus], textarea, input:not([type=hidden]), select';

function Fields({ title, says, submit, onSubmit, onClose, refusal, danger = false, level = 3, children, actions }: InlineFormProps) {
  const titleId = useId();
  const form = useRef<HTMLElement>(null);
  const Heading = level === 2 ? 'h2' : 'h3';
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>('[data-autofocus]') ?? form.current?.querySelector<HTMLElement>(FIRST);
    const target = field ?? form.current;
    if (target) focusAtEnd(target, { preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useHotkeys([{ keys: 'Escape', label: 'Back, keeping what was typed', run: onClose }]);
  return (
    <section ref={form} className={classes['form']} aria-labelledby={titleId} data-form data-danger={danger || undefined} tabIndex={-1} onKeyDown={sendFromButtons}>
      <Heading id={titleId} className={classes['title']}>{title}</Heading>
      {says && <div className={classes['says']}>{says}</div>}
      {children && <div className={classes['fields']}>{children}</div>}
      <FieldActions>
        <ActionButton label={submit} keys="Mod+Enter" tone={danger ? 'danger' : 'primary'} refusal={refusal} onAct={onSubmit} />
        {actions}
        <ActionButton label="Not now" tone="quiet" onAct={onClose} />
      </FieldActions>
    </section>
  );
}
