// Whether this device shares its position, and the switch for it. Off takes effect here at once, whether or not anybody could be told.
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { setSharing } from '../../../shared/protocol/duties.ts';
import type { DutyView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { sayRefusal } from '../../ui/toast.tsx';
import { useKeptChoice } from './kept-choice.ts';
import { type PositionSharing, usePositionSharing } from './use-position-sharing.ts';

export interface Sharing extends PositionSharing {
  on: boolean;
  /** Stopped here, and control still believes that it is shared. */
  untold: boolean;
  change: (on: boolean) => Promise<void>;
}

/** While an SOS of theirs stands it is on, whatever was chosen. */
export function useSharing(dutyId: string, duty: DutyView | null, sosActive: boolean): Sharing {
  const { send } = useSend();
  const [stoppedHere, setStoppedHere] = useKeptChoice('sharing-stopped', dutyId);
  const asked = duty?.sharing ?? false;
  const on = sosActive || (asked && !stoppedHere);
  const position = usePositionSharing(on);
  const change = async (sharing: boolean) => {
    if (!sharing && sosActive) return sayRefusal(refusalSentence({ code: 'sos-stands' }));
    if (!sharing) setStoppedHere(true);
    const done = await send(setSharing, { dutyId, sharing });
    if (sharing && done !== null) setStoppedHere(false);
  };
  return { ...position, on, untold: !sosActive && asked && stoppedHere, change };
}
