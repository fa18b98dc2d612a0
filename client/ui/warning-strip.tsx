// A staff-safety warning: the one thing to be read before a door. Striped edge, sign and words, so that no colour is needed.
import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './warning-strip.module.css';

export interface WarningStripProps {
  /** What to beware of, in a few words: `Dog in the house, has bitten`. */
  title: string;
  /** What it rests on, who approved it, until when it holds. */
  basis?: ReactNode;
  /** Past its review date it asks for review; it does not vanish. */
  reviewDue?: boolean;
  /** For the tablet, at arm's length and in rain. */
  large?: boolean;
  /** A button: ask for review, open the record. */
  children?: ReactNode;
}

export function WarningStrip({ title, basis, reviewDue = false, large = false, children }: WarningStripProps) {
  return (
    <div className={classes['warning']} data-large={large || undefined}>
      <IconAlertOctagon className={classes['sign'] ?? ''} size={large ? 28 : 20} role="img" aria-label="Staff-safety warning" />
      <div className={classes['words']}>
        <p className={classes['title']}>{title}</p>
        {basis && <p className={classes['basis']}>{basis}</p>}
        {reviewDue && <p className={classes['review']}>Past its review date: still in force, and to be reviewed.</p>}
      </div>
      {children && <div className={classes['actions']}>{children}</div>}
    </div>
  );
}
