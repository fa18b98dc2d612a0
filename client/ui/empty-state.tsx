// Why there is nothing here, and how fresh that is. An empty list without a connection is never shown as a quiet night.
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import type { FreshnessState } from './freshness.tsx';
import { clockSeconds } from './time-text.ts';

export interface EmptyStateProps {
  /** Nothing, of what: `Nobody is waiting for a crew.` */
  title: string;
  /** Why, where it is not plain: `The filter shows Burnley only.` */
  why?: string;
  freshness: FreshnessState;
  /** A button that leads on. */
  children?: ReactNode;
}

export function EmptyState({ title, why, freshness, children }: EmptyStateProps) {
  return (
    <div className={classes['empty']} data-live={freshness.live || undefined}>
      {!freshness.live && (
        <p className={classes['stale']}>
          <IconPlugConnectedX size={18} aria-hidden />
          {freshness.since === null
            ? 'Nothing is known yet: the server has not answered.'
            : `Not live since ${clockSeconds(freshness.since)}. What came in after that is not shown.`}
        </p>
      )}
      {(freshness.live || freshness.since !== null) && <p className={classes['title']}>{freshness.live ? title : `Then: ${title}`}</p>}
      {why && <p className={classes['why']}>{why}</p>}
      {children}
    </div>
  );
}
