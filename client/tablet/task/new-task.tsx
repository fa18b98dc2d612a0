// A new task: it takes the whole screen and stays until it is opened. It says what is needed to decide that, and no name.
import { useEffect, useRef } from 'react';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { timeLeftText } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { SosCorner } from '../sos/sos-corner.tsx';
import type { OwnSos } from '../sos/use-sos.ts';
import type { Work } from '../work.ts';
import classes from './new-task.module.css';

export function NewTask({ work: { incident, task }, more, onOpen, sos }: { work: Work; more: number; onOpen: () => void; sos: OwnSos }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const now = useNow();
  // Modal: it lies above every message, and the focus is on the one thing to do.
  useEffect(() => dialog.current?.showModal(), []);
  const dueAt = task.dueAt ?? incident.dueAt;
  const warnings = incident.warnings.length;
  return (
    <dialog ref={dialog} className={classes['new']} data-grade={incident.grade} aria-labelledby="new-task-title" closedby="none" onCancel={(event) => event.preventDefault()}>
      <div className={classes['words']}>
        <p id="new-task-title" className={classes['title']}>New task</p>
        <div className={classes['grade']}>
          <GradeShape grade={incident.grade} provisional={incident.gradedAt === null} size="xl" />
          <span className={classes['left']}>{dueAt === null ? 'no deadline' : timeLeftText({ dueAt, now, metAt: incident.attendedAt }).spoken}</span>
        </div>
        <p className={classes['place']}>{incident.location?.district ?? 'Place not known'}</p>
        <p className={classes['what']}>{ACTIVITIES[task.activity].name}{task.kind === 'phone' ? ', by phone' : ''}</p>
        {warnings > 0 && <p className={classes['warnings']}>{warnings === 1 ? 'One staff-safety warning' : `${warnings} staff-safety warnings`}: read before you go</p>}
        {more > 0 && <p className={classes['what']}>and {more} more after this one</p>}
      </div>
      <BigButton label="Open it" detail={incident.ref} onAct={onOpen} />
      <SosCorner sos={sos} />
    </dialog>
  );
}

/** Somebody is driving: a line, and no question. */
export function NewTaskLine({ works }: { works: readonly Work[] }) {
  if (works.length === 0) return null;
  return (
    <p className={classes['line']} role="alert">
      {works.length === 1 ? 'A new task waits' : `${works.length} new tasks wait`}: it opens when you are there, or when you have stopped.
    </p>
  );
}
