// An incident in a list: how it stands, whose it is, and the clock that runs out first.
import { nextBreach, statusOf } from '../../../shared/domain/status.ts';
import { useMe } from '../../live/me.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { clockTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { isOpened, useOpened } from '../opened.tsx';
import { CaseRow } from './case-row.tsx';
import type { CaseRowProps } from './case-row.tsx';
import type { IncidentItem } from './desk-item.ts';
import { statusFacts } from './status-facts.ts';
import { statusWords } from './status-words.ts';

/** The one thing that matters most about it now. */
function markOf({ incident, followUp, cameBack }: IncidentItem): CaseRowProps['mark'] {
  if (statusOf(statusFacts(incident)) === 'grade-1') return { words: 'Pass it to the police control room', now: true };
  if (followUp !== null) return { words: followUp.cause === 'no-access' ? 'Nobody let us in: decide what follows' : 'A child was not seen: a supervisor decides' };
  if (cameBack !== null) return { words: `Rejected by ${cameBack.receivingTeam}, right team not known` };
  if (incident.requests.some(({ state }) => state === 'waiting')) return { words: 'A supervisor has been asked' };
  return incident.owner.onDuty ? undefined : { words: `${incident.owner.name} is not on duty` };
}

export function IncidentRow({ item, changed }: { item: IncidentItem; changed: boolean }) {
  const now = useNow();
  const { opened, open } = useOpened();
  const { staffId } = useMe();
  const { incident } = item;
  const breach = nextBreach(statusFacts(incident));
  const place = incident.location?.district ?? 'place not known';
  return (
    <CaseRow
      id={incident.id}
      grade={incident.grade}
      provisional={incident.gradedAt === null}
      reference={incident.ref}
      heading={incident.summary}
      clock={breach === null ? `since ${clockTime(incident.reportedAt)}` : <TimeLeft reportedAt={incident.reportedAt} dueAt={breach.at} now={now} />}
      mark={markOf(item)}
      detail={[statusWords(incident), place, incident.owner.staffId === staffId ? null : incident.owner.name].filter((part) => part !== null).join(' · ')}
      opened={isOpened(opened, 'incident', incident.id)}
      changed={changed}
      onOpen={() => open({ kind: 'incident', id: incident.id })}
    />
  );
}
