// One incident of the past, or an open one, on a line: when, which, about what, who, and what became of it.
import type { ReactNode } from 'react';
import type { PastIncident } from '../../shared/protocol/call-lookups.ts';
import { GradeShape } from '../ui/grade-shape.tsx';
import { dayAndTime } from '../ui/time-text.ts';
import { becameWords } from './became-words.ts';
import classes from './beside.module.css';

export function PastLine({ incident, now, said }: { incident: PastIncident; now: Date; said?: ReactNode }) {
  const { grade, ref, reportedAt, heading, people } = incident;
  return (
    <>
      <GradeShape grade={grade} size="sm" />
      <span className={classes['line']}>
        <strong>{dayAndTime(reportedAt, now)}</strong> <span className={classes['ref']}>{ref}</span>{said && <> · {said}</>}{people.length > 0 && ` · ${people.join(', ')}`} · {heading} <span className={classes['became']}>→ {becameWords(incident)}</span>
      </span>
    </>
  );
}
