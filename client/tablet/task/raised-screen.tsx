// A call that I raised and was not sent to: what became of it, to be followed until the end of duty.
import { IconDots, IconNotes } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { STATUS_WORDS, statusOf } from '../../../shared/domain/status.ts';
import { Notice } from '../frame/notice.tsx';
import { Beside, Screen } from '../frame/screen.tsx';
import { SideButton } from '../frame/side-button.tsx';
import type { PageName } from '../frame/use-page.ts';
import { useRecord } from '../log/use-record.ts';
import type { Shown } from '../work.ts';
import { Briefing } from './briefing.tsx';

export interface RaisedScreenProps { shown: Shown; notices: ReactNode; onOpen: (page: PageName) => void; onClose: () => void }

export function RaisedScreen({ shown: { incident }, notices, onOpen, onClose }: RaisedScreenProps) {
  const { record } = useRecord(incident.id);
  return (
    <Screen
      label={`Raised by you, ${incident.ref}`}
      foot={(
        <Beside>
          <SideButton label="Close" onPress={onClose} />
          <SideButton label="Log" icon={<IconNotes size={22} aria-hidden />} onPress={() => onOpen('log')} />
          <SideButton label="More" icon={<IconDots size={22} aria-hidden />} onPress={() => onOpen('more')} />
        </Beside>
      )}
    >
      {notices}
      <Notice title={`You raised this: ${STATUS_WORDS[statusOf({ incident, ...incident })]}`}>You have not been sent to it. {incident.owner.name} has it.</Notice>
      <Briefing incident={incident} task={null} record={record} onOpen={onOpen} />
    </Screen>
  );
}
