// One of several, each across the full width and tall enough for a glove.
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './choice.module.css';

export interface Option<Value extends string> { value: Value; label: string; detail?: ReactNode }

export interface ChoiceProps<Value extends string> {
  legend: string;
  hint?: ReactNode;
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Beside each other while there is room: for two or three short answers. */
  inline?: boolean;
}

export function Choice<Value extends string>({ legend, hint, options, value, onChange, inline = false }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes['choice']}>
      <legend className={classes['legend']}>{legend}</legend>
      {hint && <p className={classes['hint']}>{hint}</p>}
      <div className={classes['options']} data-inline={inline || undefined}>
        {options.map((option) => (
          <label key={option.value} className={classes['option']}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span className={classes['words']}>
              <span>{option.label}</span>
              {option.detail && <span className={classes['detail']}>{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface TickProps {
  label: string;
  detail?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** For what takes effect at once. */
  isSwitch?: boolean;
}

export function Tick({ label, detail, checked, onChange, isSwitch = false }: TickProps) {
  return (
    <label className={classes['option']}>
      <input type="checkbox" role={isSwitch ? 'switch' : undefined} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span className={classes['words']}>
        <span>{label}</span>
        {detail && <span className={classes['detail']}>{detail}</span>}
      </span>
    </label>
  );
}
