// What stands open beside the lists: a head, a body that scrolls, and at its foot what can be done, never over the text.
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useOpened } from '../opened.tsx';
import classes from './pane.module.css';

export interface PaneProps {
  title: string;
  count?: ReactNode;
  /** Beside the heading. */
  actions?: ReactNode;
  pinned?: ReactNode;
  /** The buttons, or the form that one of them opened. */
  dock?: ReactNode;
  /** Off for what is there when nothing else is; in a word of its own where what was typed waits. */
  closes?: boolean | string;
  padded?: boolean;
  children: ReactNode;
}

export function Pane({ title, count, actions, pinned, dock, closes = true, padded = true, children }: PaneProps) {
  const { back } = useOpened();
  return (
    <HotkeyScope name={title}>
      <div className={classes['pane']} data-pane>
        <div className={classes['record']}>
          <Panel
            title={title}
            count={count}
            pinned={pinned}
            padded={padded}
            actions={(
              <>
                {actions}
                {closes !== false && <ActionButton label={closes === true ? 'Close' : closes} keys="Escape" tone="quiet" size="xs" icon={<IconX size={16} aria-hidden />} onAct={back} />}
              </>
            )}
          >
            {children}
          </Panel>
        </div>
        {dock && <div className={classes['dock']}>{dock}</div>}
      </div>
    </HotkeyScope>
  );
}

/** A row of buttons at the foot. */
export function Dock({ label, children }: { label: string; children: ReactNode }) {
  return <div className={classes['buttons']} role="group" aria-label={label}>{children}</div>;
}
