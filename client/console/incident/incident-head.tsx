// The incident's first lines: grade and clock, how it stands, when it was reported, whose it is.
import { IconLock } from '@tabler/icons-react';
import { elapsedText } from '../../../shared/domain/elapsed-text.ts';
import { enteredLateMinutes } from '../../../shared/domain/late-entry.ts';
import { DOOR_NAMES, ENDING_NAMES } from '../../../shared/domain/incident-words.ts';
import { isRepeat, repeatShort } from '../../../shared/domain/repeat-concern.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useBoard } from '../board/board.tsx';
import { isPressing, queueItem } from '../board/queue-item.ts';
import { RowTime } from '../queue/row-time.tsx';
import classes from './incident.module.css';

function endingLine({ endedAt, ending, duplicateOfId }: IncidentView, incidents: ReadonlyMap<string, IncidentView>, now: Date): string {
  const other = duplicateOfId === null ? undefined : incidents.get(duplicateOfId)?.ref;
  const why = other === undefined ? (ending === null ? '' : ENDING_NAMES[ending]) : `The same as ${other}`;
  return ['closed', endedAt === null ? '' : dayAndTime(endedAt, now), why === '' ? '' : `· ${why}`].filter((part) => part !== '').join(' ');
}

const lateText = (incident: IncidentView): string => {
  const minutes = enteredLateMinutes(incident);
  return minutes === null ? '' : `entered late, ${elapsedText(minutes)} after · `;
};

export function IncidentHead({ incident }: { incident: IncidentView }) {
  const { incidents, me, now } = useBoard();
  const item = queueItem(incident, me, now);
  const closed = incident.state === 'closed';
  const due = incident.dueAt === null ? 'no visit due' : `due ${dayAndTime(incident.dueAt, now)}`;
  return (
    <header className={classes['head']}>
      <GradeShape grade={incident.grade} provisional={incident.gradedAt === null} size="lg" />
      <div>
        <h3 className={classes['grade']} tabIndex={-1} data-pane-entry>
          Grade {incident.grade}{incident.gradedAt === null && <span className={classes['provisional']}> provisional</span>} · {due}
        </h3>
        <p className={classes['since']}>
          reported {dayAndTime(incident.reportedAt, now)} · {DOOR_NAMES[incident.door]}{incident.cameBy !== null && `, came by ${incident.cameBy}`} · {lateText(incident)}{item.mine ? 'yours' : `with ${incident.owner.name}`}
          {isRepeat(incident.concern) && <> · <strong className={classes['repeat']}>{repeatShort(incident.concern)}</strong></>}
          {!incident.owner.onDuty && !closed && <strong className={classes['owed']}> (off duty)</strong>}
          {incident.restricted && <span className={classes['restricted']}><IconLock size={14} aria-hidden /> restricted</span>}
        </p>
      </div>
      <div className={classes['clock']}>
        {!closed && <RowTime item={item} size="lg" />}
        <p className={isPressing(item) ? classes['owed'] : classes['stand']}>{closed ? endingLine(incident, incidents, now) : item.stand}</p>
      </div>
    </header>
  );
}
