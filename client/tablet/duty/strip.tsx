// The strip that never scrolls away: as whom, what is unsent, how fresh; and the one touch that hides everything.
import { IconEyeOff, IconUserCircle } from '@tabler/icons-react';
import { useFreshness } from '../../live/live-store.tsx';
import { useOutbox } from '../../live/use-outbox.ts';
import { StatusStrip } from '../../ui/status-strip.tsx';
import { SosButton } from '../sos/sos-button.tsx';
import classes from './strip.module.css';

export interface StripProps {
  /** `On duty as B2`. */
  duty: string;
  onDuty?: () => void;
  onHide?: () => void;
  onSos?: () => void;
}

export function Strip({ duty, onDuty, onHide, onSos }: StripProps) {
  const { state, since } = useFreshness();
  const { unsent, lastHeardAt } = useOutbox();
  const live = state === 'live';
  return (
    <StatusStrip duty={duty} unsent={unsent.length} live={live} lastHeardAt={lastHeardAt ?? (live ? null : since)}>
      {onSos && <SosButton onSos={onSos} />}
      {onDuty && (
        <button type="button" className={classes['button']} onClick={onDuty}>
          <IconUserCircle size={22} aria-hidden />
          <span className={classes['word']}>Duty</span>
        </button>
      )}
      {onHide && (
        <button type="button" className={classes['button']} onClick={onHide} title="At the door: show a clock and nothing else">
          <IconEyeOff size={22} aria-hidden />
          Hide
        </button>
      )}
    </StatusStrip>
  );
}
