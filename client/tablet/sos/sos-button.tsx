// SOS: held for a second, or touched twice, it goes. Too long for a brush of the sleeve, too short to be waited for.
import { VisuallyHidden } from '@mantine/core';
import { useHold } from '../../ui/use-hold.ts';
import classes from './sos.module.css';

const HOLD_MS = 1_000;

export interface SosButtonProps {
  onSos: () => void;
  /** In the sight of a householder: it says nothing, and does the same. */
  quiet?: boolean;
}

export function SosButton({ onSos, quiet = false }: SosButtonProps) {
  const { armed, holding, handlers } = useHold(() => {
    // The one answer that a hand in a pocket can feel.
    navigator.vibrate?.([200, 80, 200]);
    onSos();
  }, HOLD_MS);
  return (
    <button type="button" className={classes[quiet ? 'quiet' : 'sos']} data-holding={holding || undefined} {...handlers}>
      <span className={classes['words']}>
        {quiet ? '· · ·' : 'SOS'}
        {!quiet && <span className={classes['how']}>{armed ? 'touch again' : 'hold'}</span>}
      </span>
      <VisuallyHidden>{quiet ? `SOS: ${armed ? 'touch again to send' : 'hold to send'}` : ' to send to control'}</VisuallyHidden>
    </button>
  );
}
