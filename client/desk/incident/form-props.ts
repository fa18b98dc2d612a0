// What every form at the foot of an incident is given.
import type { IncidentView } from '../../../shared/protocol/views.ts';

export interface FormProps {
  incident: IncidentView;
  onClose: () => void;
}
