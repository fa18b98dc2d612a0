// What breaches next, large: shape, number, district, the time left and what is missing. What does not fit is counted.
import { useElementSize } from '@mantine/hooks';
import { needsWords } from '../board/incident-lines.ts';
import { isPressing, type QueueItem } from '../board/queue-item.ts';
import { STATUS_WORDS } from '../../../shared/domain/status.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { RowTime } from '../queue/row-time.tsx';
import { useBoard } from '../board/board.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import classes from './wall.module.css';

const ROW_REM = 5.25;
const FOOT_REM = 3;

/** How it stands without anybody's name: a wall is read by whoever walks past. */
const standing = ({ missing, status }: QueueItem): string =>
  missing.length > 0 ? (status === 'uncovered' || status === 'ungraded' ? `nobody: ${needsWords(missing)}` : `needs ${needsWords(missing)}`) : STATUS_WORDS[status];

export function WallQueue({ items }: { items: readonly QueueItem[] }) {
  const { freshness, known } = useBoard();
  const { ref, height } = useElementSize<HTMLElement>();
  const rem = 16;
  const room = Math.max(1, Math.floor((height - FOOT_REM * rem) / (ROW_REM * rem)));
  const shown = items.slice(0, room);
  return (
    <section ref={ref} className={classes['queue']} aria-label="Open incidents, most urgent first">
      {!known && <SkeletonRows of="the open incidents" rows={12} />}
      {known && items.length === 0 && <EmptyState title="No incident is open." freshness={freshness} />}
      <ol className={classes['rows']}>
        {shown.map((item) => (
          <li key={item.id} className={classes['row']}>
            <GradeShape grade={item.incident.grade} provisional={item.incident.gradedAt === null} size="xl" />
            <span className={classes['tail']}>{item.incident.ref.slice(-4)}</span>
            <span className={classes['district']}>{item.district} {item.otherNight !== '' && <span className={classes['night']}>{item.otherNight}</span>}</span>
            <span className={classes['time']}><RowTime item={item} size="lg" /></span>
            <span className={isPressing(item) ? classes['pressing'] : classes['standing']}>{standing(item)}</span>
          </li>
        ))}
      </ol>
      {items.length > shown.length && <p className={classes['more']}>and {items.length - shown.length} more</p>}
    </section>
  );
}
