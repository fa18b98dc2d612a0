// A button that shows its key, answers to it, says why it is refused, and is busy only when the wait is felt.
import { Button, Loader, Tooltip, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { ariaKeys } from './chord.ts';
import classes from './action-button.module.css';
import { useHotkeys } from './hotkeys.ts';
import { KbdHint } from './kbd-hint.tsx';
import { useAct } from './use-act.ts';
import type { Act } from './use-act.ts';

export interface ActionButtonProps {
  label: string;
  /** A promise keeps the button from a second press until it has settled. */
  onAct: Act;
  /** Also registers the key, in the surrounding HotkeyScope. */
  keys?: string | undefined;
  /** The sentence that says why not. The button stays in reach, so that the reason can be found and heard. */
  refusal?: string | undefined;
  tone?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'xs' | 'sm' | 'md';
  icon?: ReactNode;
  /** The words for the screen where they are shorter than the label, which begins with them. */
  children?: ReactNode;
  /** For a button that shows or hides something. */
  expanded?: boolean;
  /** For a button that is on or off. */
  pressed?: boolean;
  className?: string | undefined;
}

const variants = { primary: 'filled', plain: 'default', quiet: 'subtle', danger: 'outline' } as const;

export function ActionButton({ label, onAct, keys, refusal, tone = 'plain', size = 'sm', icon, children, expanded, pressed, className }: ActionButtonProps) {
  const reasonId = useId();
  const { press, underWay, slow } = useAct(onAct, refusal);
  useHotkeys(keys ? [{ keys, label, run: press }] : []);
  return (
    <Tooltip label={refusal} disabled={!refusal} aria-hidden>
      <span className={classes['frame']}>
        <Button
          type="button"
          className={`${classes['button'] ?? ''} ${className ?? ''}`}
          variant={variants[tone]}
          {...(tone === 'danger' ? { color: 'red' } : {})}
          size={size}
          leftSection={icon}
          // Not the library's `loading`: that disables the button, and the focus would be lost with it.
          rightSection={slow ? <Loader size={14} color="currentcolor" /> : keys && <KbdHint keys={keys} />}
          onClick={press}
          mod={{ refused: Boolean(refusal), underWay }}
          aria-label={children === undefined ? undefined : label}
          aria-disabled={refusal ? true : undefined}
          aria-describedby={refusal ? reasonId : undefined}
          aria-busy={underWay || undefined}
          aria-keyshortcuts={keys && ariaKeys(keys)}
          aria-expanded={expanded}
          aria-pressed={pressed}
        >
          {children ?? label}
        </Button>
        {refusal && <VisuallyHidden id={reasonId}>{refusal}</VisuallyHidden>}
      </span>
    </Tooltip>
  );
}
