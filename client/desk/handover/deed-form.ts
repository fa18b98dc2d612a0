// What every form over a handover that asks for words is given.
import type { HandoverView } from '../../../shared/protocol/views.ts';

export interface DeedFormProps {
  handover: HandoverView;
  /** Why nothing can be done with it any more: it ended while somebody typed. The words stay in sight. */
  over: string | undefined;
  onClose: () => void;
}
