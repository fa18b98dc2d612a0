// A handover in a list: while it waits its clock runs; once it has ended, by whom and when.
import { TimeLeft } from '../../ui/time-left.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { endedText, sentText } from '../handover/handover-words.ts';
import { isOpened, useOpened } from '../opened.tsx';
import { CaseRow } from './case-row.tsx';
import type { HandoverItem } from './desk-item.ts';

export function HandoverRow({ item: { handover, mine }, changed }: { item: HandoverItem; changed: boolean }) {
  const now = useNow();
  const { opened, open } = useOpened();
  const waits = handover.state === 'sent';
  return (
    <CaseRow
      grade={handover.grade}
      reference={handover.ref}
      heading={handover.heading}
      clock={waits
        ? <TimeLeft reportedAt={handover.sentAt} dueAt={handover.dueAt} now={now} />
        : <time dateTime={handover.endedAt ?? handover.sentAt}>{dayAndTime(handover.endedAt ?? handover.sentAt, now)}</time>}
      detail={waits
        ? <>{handover.receivingTeam}<br />{mine ? `sent ${dayAndTime(handover.sentAt, now)}, yours until then` : sentText(handover, now)}</>
        : <>{endedText(handover)}<br />{handover.receivingTeam}</>}
      opened={isOpened(opened, 'handover', handover.id)}
      changed={changed}
      onOpen={() => open({ kind: 'handover', id: handover.id })}
    />
  );
}
