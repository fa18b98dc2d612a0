// Two in one car and one tablet: what is pressed here counts for the partner too, and the log says that they agreed.
import { IconUsers } from '@tabler/icons-react';
import type { AssignmentView } from '../../../shared/protocol/views.ts';
import { SideButton } from '../frame/side-button.tsx';

export interface ForBothProps { partners: readonly AssignmentView[]; on: boolean; onChange: (on: boolean) => void }

export const namesOf = (partners: readonly AssignmentView[]): string => partners.map(({ name }) => name).join(' and ');

export function ForBoth({ partners, on, onChange }: ForBothProps) {
  return <SideButton label={partners.length === 1 ? 'For both' : 'For all'} icon={<IconUsers size={22} aria-hidden />} pressed={on} onPress={() => onChange(!on)} />;
}
