// Something that must be known and, where there is a button, answered; said by its words and sign, never by colour alone.
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

export interface NoticeProps {
  title: string;
  tone?: 'plain' | 'act' | 'danger';
  /** Spoken at once, because it came by itself. */
  urgent?: boolean;
  children?: ReactNode;
  actions?: ReactNode;
}

export function Notice({ title, tone = 'plain', urgent = false, children, actions }: NoticeProps) {
  return (
    <div className={classes['notice']} data-tone={tone} role={urgent ? 'alert' : undefined}>
      {tone === 'plain' ? <IconInfoCircle size={24} aria-hidden /> : <IconAlertTriangle size={24} aria-hidden />}
      <div className={classes['words']}>
        <p className={classes['title']}>{title}</p>
        {children && <div className={classes['text']}>{children}</div>}
      </div>
      {actions && <div className={classes['actions']}>{actions}</div>}
    </div>
  );
}
