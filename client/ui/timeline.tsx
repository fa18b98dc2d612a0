// What happened, when, by whom: one line each, days told apart, whatever was entered late marked so.
import { IconAlertTriangle, IconArrowRight, IconNote, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './timeline.module.css';
import { calendarDay, clockTime, dayText } from './time-text.ts';
import type { Moment } from './time-text.ts';

export type TimelineKind = 'event' | 'move' | 'contact' | 'note' | 'attention';

export interface TimelineEntry {
  id: string;
  at: Moment;
  who: string;
  what: ReactNode;
  kind: TimelineKind;
  /** Somebody's own words. */
  note?: ReactNode;
  /** When it reached the server, if that was so much later that it must be said. */
  enteredAt?: Moment | null | undefined;
}

export interface TimelineProps {
  /** In the order in which they are to be read. */
  entries: readonly TimelineEntry[];
  now: Moment;
}

const marks: Record<TimelineKind, ReactNode> = {
  event: <span className={classes['dot']} />,
  move: <IconArrowRight size={14} />,
  contact: <IconPhone size={14} />,
  note: <IconNote size={14} />,
  attention: <IconAlertTriangle size={14} />,
};

interface Day {
  day: string;
  at: Moment;
  ofDay: TimelineEntry[];
}

/** Keeps the order that the entries came in. */
function byDay(entries: readonly TimelineEntry[]): Day[] {
  const days = new Map<string, Day>();
  for (const entry of entries) {
    const day = calendarDay(entry.at);
    const known = days.get(day) ?? { day, at: entry.at, ofDay: [] };
    known.ofDay.push(entry);
    days.set(day, known);
  }
  return [...days.values()];
}

export function Timeline({ entries, now }: TimelineProps) {
  const days = byDay(entries);
  return (
    <div className={classes['timeline']}>
      {days.map(({ day, at, ofDay }) => (
        <section key={day} aria-label={dayText(at, now)}>
          <p className={classes['day']} aria-hidden>{dayText(at, now)}</p>
          <ol className={classes['entries']}>
            {ofDay.map((entry) => <Line key={entry.id} entry={entry} />)}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Line({ entry: { at, who, what, kind, note, enteredAt } }: { entry: TimelineEntry }) {
  return (
    <li className={classes['entry']} data-kind={kind}>
      <time className={classes['at']} dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
      <span className={classes['mark']} aria-hidden>{marks[kind]}</span>
      <div className={classes['words']}>
        <span className={classes['what']}>{what}</span> <span className={classes['who']}>· {who}</span>
        {enteredAt && <span className={classes['entered']}>entered late, {clockTime(enteredAt)}</span>}
        {note && <p className={classes['note']}>{note}</p>}
      </div>
    </li>
  );
}
