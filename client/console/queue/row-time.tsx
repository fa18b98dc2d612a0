// The clock at the end of a row: the bar and the figure of what runs out next, or that nothing does.
import type { QueueItem } from '../board/queue-item.ts';
import { TimeLeft } from '../../ui/time-left.tsx';
import { useNow } from '../../ui/use-now.tsx';
import classes from './queue.module.css';

export function RowTime({ item: { owed, incident, status }, size = 'md' }: { item: Pick<QueueItem, 'owed' | 'incident' | 'status'>; size?: 'md' | 'lg' }) {
  const now = useNow();
  if (owed !== null) return <TimeLeft reportedAt={owed.from} dueAt={owed.at} now={now} size={size} />;
  if (incident.attendedAt !== null && incident.dueAt !== null) return <TimeLeft reportedAt={incident.reportedAt} dueAt={incident.dueAt} now={now} metAt={incident.attendedAt} size={size} />;
  // How it stands says it already, beside or beneath.
  if (status === 'with-police') return null;
  return <span className={classes['no-clock']}>{incident.policeHaveItAt === null ? 'no visit due' : 'police have it'}</span>;
}
