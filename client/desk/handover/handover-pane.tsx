// A handover beside the lists: its pack to be read aloud, its history, and what this person may do with it.
import { useState } from 'react';
import { readHandover } from '../../../shared/protocol/handovers.ts';
import { call } from '../../live/api.ts';
import { useLiveOne } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { NotRead } from '../case/not-read.tsx';
import { Pane } from '../case/pane.tsx';
import { Section } from '../case/section.tsx';
import { timelineEntries } from '../case/timeline-entries.ts';
import { useReading } from '../case/use-reading.ts';
import { HandoverDock } from './handover-dock.tsx';
import { HandoverHead } from './handover-head.tsx';
import { Pack } from './pack.tsx';
import { PackOnPaper } from './pack-on-paper.tsx';

export function HandoverPane({ id }: { id: string }) {
  const now = useNow();
  const me = useMe();
  const live = useLiveOne('handover', id);
  const [showsHistory, setShowsHistory] = useState(false);
  // Read again when it has been taken, rejected or withdrawn: the pack stays, its history grows.
  const { data, error, isError, refetch } = useReading(['handover', id, live?.state], (signal) => call(readHandover, { handoverId: id }, { signal }));
  const record = data?.handover.id === id ? data : undefined;
  const handover = live ?? record?.handover;
  return (
    <Pane
      title={handover === undefined ? 'Handover' : `Handover ${handover.ref}`}
      actions={record && <ActionButton label="Print the pack" keys="Mod+P" tone="quiet" size="xs" onAct={() => window.print()}>Print</ActionButton>}
      pinned={handover && <HandoverHead handover={handover} pack={record?.pack ?? null} />}
      dock={handover && <HandoverDock key={id} handover={handover} />}
    >
      {record === undefined && isError && <NotRead error={error} onAgain={refetch} />}
      {record === undefined && !isError && <SkeletonRows of="the pack" rows={8} />}
      {record !== undefined && handover !== undefined && (
        <>
          <Pack pack={record.pack} now={now} />
          <PackOnPaper handover={handover} pack={record.pack} now={now} printedBy={me.name} isRehearsal={record.deployment === 'rehearsal'} />
          <Section name={`What became of it (${record.history.length})`}>
            <ActionButton label={showsHistory ? 'Hide the history' : 'Show the history'} keys="Shift+H" size="xs" expanded={showsHistory} onAct={() => setShowsHistory(!showsHistory)} />
            {showsHistory && <Timeline entries={timelineEntries(record.history)} now={now} />}
          </Section>
        </>
      )}
    </Pane>
  );
}
