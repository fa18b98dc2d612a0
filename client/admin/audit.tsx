// The two logs, newest first: what was done, and who read what. Ids, codes and instants; no case content.
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../ui/panel.tsx';
import { AccessLog } from './access-log.tsx';
import { EventLog } from './event-log.tsx';

const LOGS = { events: 'What was done', accesses: 'Who read what' } as const;

export function Audit() {
  const [log, setLog] = useState<keyof typeof LOGS>('events');
  return (
    <Panel
      title={LOGS[log]}
      padded={false}
      actions={(
        <SegmentedControl
          aria-label="Which log"
          data={[{ value: 'events', label: LOGS.events }, { value: 'accesses', label: LOGS.accesses }]}
          value={log}
          onChange={(value) => setLog(value === 'events' ? 'events' : 'accesses')}
        />
      )}
    >
      {log === 'events' ? <EventLog /> : <AccessLog />}
    </Panel>
  );
}
