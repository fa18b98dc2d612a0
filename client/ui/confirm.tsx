// A question in its place, not over it: what will happen, a reason where one is owed, do it or not.
import { Textarea } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import classes from './confirm.module.css';
import { useDraft } from './drafts.ts';
import { HotkeyScope } from './hotkey-scope.tsx';
import { useHotkeys } from './hotkeys.ts';
import { useTakenFocus } from './use-taken-focus.ts';

export interface ConfirmProps {
  /** What is asked: `Withdraw B2 from 0047?` */
  question: string;
  /** What it leads to: who is told, what stays. */
  children?: ReactNode;
  /** The deed by its name: `Withdraw B2`, never `OK`. */
  confirm: string;
  onConfirm: (reason: string) => void | Promise<unknown>;
  onCancel: () => void;
  /** Asks for words, kept under `draftKey` until they were sent: Esc does not lose them. */
  reason?: { label: string; draftKey: string; required?: boolean } | undefined;
  refusal?: string | undefined;
  danger?: boolean;
}

export function Confirm(props: ConfirmProps) {
  return (
    <HotkeyScope name={props.question}>
      <Question {...props} />
    </HotkeyScope>
  );
}

function Question({ question, children, confirm, onConfirm, onCancel, reason, refusal, danger = false }: ConfirmProps) {
  const questionId = useId();
  const [text, setText] = useDraft(reason?.draftKey ?? '');
  const focus = useTakenFocus<HTMLDivElement>();
  const missing = reason?.required && text.trim() === '' ? `Write the ${reason.label.toLowerCase()} first.` : undefined;
  const act = async () => {
    await onConfirm(text.trim());
    if (reason) setText('');
  };
  useHotkeys([{ keys: 'Escape', label: 'Not now', run: onCancel }]);
  return (
    <div ref={focus} className={classes['confirm']} role="group" aria-labelledby={questionId} data-danger={danger || undefined} data-nj-no-print>
      <p id={questionId} className={classes['question']}>{question}</p>
      {children && <div className={classes['leads-to']}>{children}</div>}
      {reason && (
        <Textarea
          label={reason.label}
          required={reason.required ?? false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
        />
      )}
      <div className={classes['actions']}>
        <ActionButton label={confirm} keys="Mod+Enter" tone={danger ? 'danger' : 'primary'} refusal={refusal ?? missing} onAct={act} />
        <ActionButton label="Not now" tone="quiet" onAct={onCancel}>Not now</ActionButton>
      </div>
    </div>
  );
}
