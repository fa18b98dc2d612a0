// A named part of a screen: a small heading and what belongs under it.
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './section.module.css';

export function Section({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['head']}>
        <h2 id={id} className={classes['title']}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
