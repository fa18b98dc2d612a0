// One overnight note: about whom, what to expect, and the day team's plan for the night.
import type { ReactNode } from 'react';
import type { OvernightNoteView } from '../../../shared/protocol/views.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import type { Moment } from '../../ui/time-text.ts';
import classes from './note-text.module.css';

export interface NoteTextProps {
  note: OvernightNoteView;
  now: Moment;
  /** Why it is raised to the top: what it has in common with something open. */
  matches?: ReactNode;
  children?: ReactNode;
}

export function NoteText({ note, now, matches, children }: NoteTextProps) {
  return (
    <article className={classes['note']} data-matches={Boolean(matches) || undefined} aria-label={`Overnight note about ${note.about}`}>
      {matches && <p className={classes['matches']}>{matches}</p>}
      <h3 className={classes['about']}>{note.about}</h3>
      {(note.place !== null || note.phone !== null) && <p className={classes['dim']}>{[note.place, note.phone].filter((part) => part !== null).join(' · ')}</p>}
      <p className={classes['text']}>{note.body}</p>
      <p className={classes['text']}><span className={classes['plan']}>Plan for the night</span>{note.plan}</p>
      <p className={classes['dim']}>{note.receivingTeam} · {note.lodgedBy.name}, {dayAndTime(note.lodgedAt, now)} · holds until {dayAndTime(note.expiresAt, now)}</p>
      {children}
    </article>
  );
}
