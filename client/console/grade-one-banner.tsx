// Every Grade 1 that the police do not have yet, above everything and beside nothing: it cannot be put away, only done.
import { ActionButton } from '../ui/action-button.tsx';
import { GradeShape } from '../ui/grade-shape.tsx';
import { clockTime, dayAndTime } from '../ui/time-text.ts';
import { useNow } from '../ui/use-now.tsx';
import { useBoard } from './board/board.tsx';
import type { QueueItem } from './board/queue-item.ts';
import { useConsole } from './console-state.tsx';
import { plainForm } from './open-form.ts';
import classes from './console.module.css';

export function GradeOneBanner() {
  const { items } = useBoard();
  const waiting = items.filter(({ status }) => status === 'grade-1');
  // The region stands empty until there is one, so that its coming is spoken.
  return <div role="alert" className={classes['banners']}>{waiting.map((item, index) => <Banner key={item.id} item={item} first={index === 0} />)}</div>;
}

function Banner({ item, first }: { item: QueueItem; first: boolean }) {
  const { openIncident } = useConsole();
  const { now } = useBoard();
  return (
    <div className={classes['banner']}>
      <GradeShape grade={1} />
      <p>
        <strong>Grade 1: pass {item.tail} to the police control room now.</strong> {item.district} · {item.incident.summary}
      </p>
      <span className={classes['banner-time']}>reported {dayAndTime(item.incident.reportedAt, now)}<Waited since={item.incident.reportedAt} /></span>
      <ActionButton label={`Pass ${item.tail} to police`} keys={first ? 'Shift+P' : undefined} size="xs" tone="primary" onAct={() => openIncident(item.id, plainForm('police'))} />
    </div>
  );
}

/** Ticks on its own and unspoken: an alert that changes every minute would be read out every minute. */
function Waited({ since }: { since: string }) {
  const now = useNow();
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  return <span aria-hidden title={clockTime(since)}>, {minutes} min ago</span>;
}
