// A handover in a list: while it waits its clock runs; once it has ended, by whom and when.
import { useMe } from '../../live/me.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { endedText, sentText } from '../handover/handover-words.ts';
import { rightsOf } from '../desk-rights.ts';
import { isOpened, useOpened } from '../opened.tsx';
import { CaseRow } from './case-row.tsx';
import type { HandoverItem } from './desk-item.ts';

export function HandoverRow({ item: { handover, mine, ownerOffDuty }, changed }: { item: HandoverItem; changed: boolean }) {
  const now = useNow();
  const { opened, open } = useOpened();
  const me = useMe();
  const waits = handover.state === 'sent';
  // Whoever sits in one team alone knows which it is.
  const team = rightsOf(me).worksIncidents || me.receivingTeams.length > 1 ? handover.receivingTeam : null;
  return (
    <CaseRow
      id={handover.id}
      grade={handover.grade}
      reference={handover.ref}
      heading={handover.heading}
      clock={waits
        ? <TimeLeft reportedAt={handover.sentAt} dueAt={handover.dueAt} now={now} />
        : <time dateTime={handover.endedAt ?? handover.sentAt}>{dayAndTime(handover.endedAt ?? handover.sentAt, now)}</time>}
      mark={waits && ownerOffDuty !== null ? { words: `${ownerOffDuty}, who owns it, is not on duty` } : undefined}
      detail={waits
        ? <>{team}{team !== null && <br />}{mine ? `sent ${dayAndTime(handover.sentAt, now)}, yours until then` : sentText(handover, now)}</>
        : <>{endedText(handover)}{team !== null && <br />}{team}</>}
      opened={isOpened(opened, 'handover', handover.id)}
      changed={changed}
      onOpen={() => open({ kind: 'handover', id: handover.id })}
    />
  );
}
