// The shape of a compact form: groups with a name, fields in columns that fold on a narrow screen, buttons at its foot.
import type { ReactNode } from 'react';
import classes from './field.module.css';

/** Fields beside each other while there is room for at least 10.75rem each. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes['row']}>{children}</div>;
}

export interface FieldGroupProps {
  name: string;
  hint?: ReactNode;
  children: ReactNode;
}

export function FieldGroup({ name, hint, children }: FieldGroupProps) {
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['name']}>{name}</legend>
      {hint && <p className={classes['hint']}>{hint}</p>}
      <div className={classes['fields']}>{children}</div>
    </fieldset>
  );
}

/** The buttons under a form: the one that does it first. */
export function FieldActions({ children }: { children: ReactNode }) {
  return <div className={classes['actions']}>{children}</div>;
}
