// The page before one is inside: the name, what is asked, and nothing else.
import type { ReactNode } from 'react';
import { isRehearsal } from './deployment.ts';
import { Rehearsal } from './rehearsal.tsx';
import classes from './threshold.module.css';
import { usePageTitle } from './use-page-title.ts';

export interface ThresholdProps {
  title: string;
  /** Under the title: what this is for. */
  lead?: ReactNode;
  children?: ReactNode;
}

export function Threshold({ title, lead, children }: ThresholdProps) {
  usePageTitle(title);
  return (
    <div className={classes['threshold']}>
      <header className={classes['head']}>
        <img className={classes['sign']} src="/nightjar.svg" alt="" width={40} height={40} />
        <p className={classes['name']}>Nightjar</p>
        <p className={classes['what']}>Early response, out of hours</p>
        {isRehearsal() && <Rehearsal explained />}
      </header>
      <main className={classes['main']}>
        <h1 className={classes['title']}>{title}</h1>
        {lead && <p className={classes['lead']}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
