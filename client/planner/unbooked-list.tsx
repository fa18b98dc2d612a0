// What is still to be booked, by when it is due: each can be booked from here by hand.
import { useId } from 'react';
import { Link } from 'wouter';
import { ActionButton } from '../ui/action-button.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import type { Unbooked } from './use-planning.ts';
import classes from './planner.module.css';

export function UnbookedList({ unbooked, now, onBook }: { unbooked: readonly Unbooked[]; now: Date; onBook: (visit: Unbooked) => void }) {
  const headingId = useId();
  if (unbooked.length === 0) return null;
  return (
    <section className={classes['pane']} aria-labelledby={headingId}>
      <h2 id={headingId} className={classes['title']}>Not booked yet</h2>
      <ul className={classes['list']}>
        {unbooked.map((visit) => (
          <li key={visit.taskId} className={classes['line']}>
            <span className={classes['what']}>
              <span>{visit.heading}{visit.district === null ? '' : `, ${visit.district}`} <Link href={`/console?incident=${visit.incidentId}`} className={classes['ref']}>{visit.ref}</Link></span>
              {visit.dueAt !== null && <span className={visit.dueAt < now.toISOString() ? classes['why'] : classes['dim']}>due {dayAndTime(visit.dueAt, now)}</span>}
            </span>
            <ActionButton label={`Book ${visit.ref}`} size="xs" onAct={() => onBook(visit)}>Book</ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
