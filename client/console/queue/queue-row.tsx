// One incident in the queue: what it is, where, who, how it stands, what it asks, and the time that is left.
import { IconBell, IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import { ALARM_CAUSES } from '../../../shared/domain/alarm.ts';
import { isRepeat, repeatShort } from '../../../shared/domain/repeat-concern.ts';
import { CAUSE_WORDS } from '../board/clock-of.ts';
import { isPressing, type QueueItem } from '../board/queue-item.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { RowTime } from './row-time.tsx';
import classes from './queue.module.css';

export const rowIdOf = (incidentId: string): string => `nj-queue-${incidentId}`;

export interface QueueRowProps {
  item: QueueItem;
  /** The one row that Tab comes to. */
  entry: boolean;
  open: boolean;
  changed: boolean;
  position: number;
  of: number;
  onOpen: (id: string) => void;
  onReach: (id: string) => void;
}

export const QueueRow = memo(function QueueRow({ item, entry, open, changed, position, of, onOpen, onReach }: QueueRowProps) {
  const { incident } = item;
  const cause = item.owed !== null && item.owed.cause !== 'attend' ? CAUSE_WORDS[item.owed.cause] : '';
  // One a row: the latest to come due, of several.
  const [alarm] = incident.alarms;
  return (
    <div
      id={rowIdOf(item.id)}
      role="option"
      aria-selected={open}
      aria-posinset={position}
      aria-setsize={of}
      tabIndex={entry ? 0 : -1}
      data-pane-entry={entry || undefined}
      data-changed={changed || undefined}
      className={classes['row']}
      onClick={() => onOpen(item.id)}
      onFocus={() => onReach(item.id)}
    >
      <GradeShape grade={incident.grade} provisional={incident.gradedAt === null} />
      <span className={classes['tail']}>{incident.ref.slice(-4)}</span>
      <span className={classes['line']}>
        <span className={classes['what']}><span className={classes['district']}>{item.district}</span>{item.people !== '' && ` · ${item.people}`} · {incident.summary}</span>
        <RowTime item={item} />
      </span>
      <span className={classes['night']}>{item.otherNight}</span>
      <span className={classes['line']}>
        <span className={isPressing(item) ? classes['pressing'] : classes['stand']}>{item.stand}</span>
        <span className={classes['marks']}>
          {item.claims.filter(({ byStatus }) => !byStatus).map(({ words, pressing }) => <span key={words} className={classes['badge']} data-pressing={pressing || undefined}>{words}</span>)}
          {isRepeat(incident.concern) && <span className={classes['badge']}>{repeatShort(incident.concern)}</span>}
          {alarm !== undefined && <span className={classes['alarm']}><IconBell size={14} role="img" aria-label={`Alarm: ${ALARM_CAUSES[alarm.cause].words}`} /><span aria-hidden>{ALARM_CAUSES[alarm.cause].short}</span></span>}
          {cause !== '' && <span>{cause}</span>}
          {!item.mine && <span>{incident.owner.name.split(' ').at(-1)}</span>}
          {incident.restricted && <IconLock size={14} role="img" aria-label="Restricted" />}
        </span>
      </span>
    </div>
  );
});
