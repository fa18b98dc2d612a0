// What every form over an incident is given.
import type { IncidentView } from '../../../shared/protocol/views.ts';

export interface FormProps {
  incident: IncidentView;
  onClose: () => void;
}
