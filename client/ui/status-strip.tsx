// The strip at the top of the tablet that never scrolls away: as whom, what has not been sent, when the server was last heard.
import { IconCloudUp, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status-strip.module.css';
import { clockSeconds } from './time-text.ts';
import type { Moment } from './time-text.ts';

export interface StatusStripProps {
  /** `On duty as B2`, `Off duty`. */
  duty: string;
  unsent: number;
  live: boolean;
  lastHeardAt: Moment | null;
  /** At the end: hide everything, ask for advice. */
  children?: ReactNode;
}

export function StatusStrip({ duty, unsent, live, lastHeardAt, children }: StatusStripProps) {
  return (
    <header className={classes['strip']}>
      <div className={classes['words']} data-nj-figures>
        <strong className={classes['duty']}>{duty}</strong>
        {/* Spoken when it changes; the seconds beside it are not. */}
        <span className={classes['state']} role="status">
          {unsent > 0 && <span className={classes['owed']}><IconCloudUp size={18} aria-hidden />{unsent} unsent</span>}
          {!live && <span className={classes['owed']}><IconPlugConnectedX size={18} aria-hidden />no connection</span>}
        </span>
        <span className={classes['heard']}>{lastHeardAt ? `last heard ${clockSeconds(lastHeardAt)}` : 'nothing heard yet'}</span>
      </div>
      {children && <span className={classes['actions']}>{children}</span>}
    </header>
  );
}
