// A named stretch of a case, with a number where it is read aloud: "I am at five, risk".
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './section.module.css';

export function Section({ name, number, children }: { name: string; number?: number; children: ReactNode }) {
  const headingId = useId();
  return (
    <section className={classes['section']} aria-labelledby={headingId} data-numbered={number !== undefined || undefined}>
      <h3 id={headingId} className={classes['name']}>
        {number !== undefined && <span className={classes['number']}>{number}</span>}
        {name}
      </h3>
      <div className={classes['body']}>{children}</div>
    </section>
  );
}
