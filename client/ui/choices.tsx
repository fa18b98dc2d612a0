// One of a few, each a full line with its key: for a choice that is made with a glance at all of them.
import { useId, useRef, type ReactNode } from 'react';
import { ariaKeys } from './chord.ts';
import { useHotkeys } from './hotkeys.ts';
import { KbdHint } from './kbd-hint.tsx';
import classes from './choices.module.css';

export interface Choice<Value extends string | number> {
  value: Value;
  label: ReactNode;
  mark?: ReactNode;
  /** The key that chooses it, inside this form. */
  keys?: string;
  /** A few words at its end. */
  note?: string;
  /** As the key sheet calls it, where the label is more than words. */
  name: string;
}

export interface ChoicesProps<Value extends string | number> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChoose: (value: Value) => void;
  /** False where the form begins elsewhere. */
  autoFocus?: boolean;
}

export function Choices<Value extends string | number>({ label, choices, value, onChoose, autoFocus = true }: ChoicesProps<Value>) {
  const labelId = useId();
  const group = useRef<HTMLDivElement>(null);
  const choose = (index: number) => {
    const choice = choices[index];
    if (choice === undefined) return;
    onChoose(choice.value);
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[index]?.focus();
  };
  useHotkeys(choices.flatMap(({ keys, name }, index) => (keys === undefined ? [] : [{ keys, label: name, run: () => choose(index) }])));
  const reachable = choices.some((choice) => choice.value === value) ? value : choices[0]?.value;
  const moveBy = (by: number) => choose((choices.findIndex((choice) => choice.value === reachable) + by + choices.length) % choices.length);
  const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  return (
    <div
      ref={group} role="radiogroup" aria-labelledby={labelId} className={classes['choices']}
      onKeyDown={(event) => {
        const by = moves[event.key];
        if (by === undefined) return;
        event.preventDefault();
        moveBy(by);
      }}
    >
      <span id={labelId} className={classes['choices-label']}>{label}</span>
      {choices.map((choice) => (
        <button
          key={choice.value} type="button" role="radio" aria-checked={choice.value === value} className={classes['choice']} tabIndex={choice.value === reachable ? 0 : -1}
          data-autofocus={(autoFocus && choice.value === reachable) || undefined} aria-keyshortcuts={choice.keys === undefined ? undefined : ariaKeys(choice.keys)} onClick={() => onChoose(choice.value)}
        >
          {choice.mark ?? <span className={classes['dot']} aria-hidden />}
          <span>{choice.label}</span>
          {choice.note !== undefined && <span className={classes['choice-note']}>{choice.note}</span>}
          {choice.keys !== undefined && <KbdHint keys={choice.keys} />}
        </button>
      ))}
    </div>
  );
}
