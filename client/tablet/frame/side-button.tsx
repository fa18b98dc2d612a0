// What lies beside the next step: quieter, and still 48 px for a glove.
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './side-button.module.css';

export interface SideButtonProps {
  label: string;
  onPress: () => void;
  icon?: ReactNode;
  detail?: ReactNode;
  /** Where it stands in a list of things to do rather than under the big button. */
  wide?: boolean;
  pressed?: boolean;
}

export function SideButton({ label, onPress, icon, detail, wide = false, pressed }: SideButtonProps) {
  return (
    <button type="button" className={classes['side']} data-wide={wide || undefined} aria-pressed={pressed} onClick={onPress}>
      {icon}
      <span className={classes['words']}>
        <span>{label}</span>
        {detail && <span className={classes['detail']}>{detail}</span>}
      </span>
      {pressed && <IconCheck size={22} aria-hidden />}
    </button>
  );
}
