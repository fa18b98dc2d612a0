// How urgent it is, at arm's length: grade, time left of the target, measured from the report.
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { earliest } from '../../../shared/domain/instant.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import classes from './task-head.module.css';

export function TaskHead({ incident, task }: { incident: IncidentView; task: TaskView | null }) {
  const now = useNow();
  const { reportedAt, grade, gradedAt } = incident;
  const clock = clockOf(incident, task);
  return (
    <div className={classes['head']}>
      <GradeShape grade={grade} provisional={gradedAt === null} size="xl" />
      <div className={classes['clock']}>
        {clock === null ? <span className={classes['none']}>No deadline at Grade {grade}</span> : <TimeLeft size="lg" reportedAt={clock.from} dueAt={clock.dueAt} metAt={clock.metAt} now={now} />}
        <span className={classes['times']}>
          {clock && <>due {dayAndTime(clock.dueAt, now)} · </>}reported {dayAndTime(reportedAt, now)} · <span className={classes['ref']}>{incident.ref}</span>{gradedAt === null && ' · grade not confirmed yet'}
        </span>
      </div>
    </div>
  );
}

/** A task with a due window of its own is measured by that, and counted apart from the grade's deadline. */
function clockOf(incident: IncidentView, task: TaskView | null) {
  if (task !== null && task.dueAt !== null) {
    const arrivals = incident.assignments.filter(({ taskId }) => taskId === task.id).map(({ thereAt }) => thereAt);
    return { from: task.dueFrom ?? incident.reportedAt, dueAt: task.dueAt, metAt: earliest(arrivals) };
  }
  return incident.dueAt === null ? null : { from: incident.reportedAt, dueAt: incident.dueAt, metAt: incident.attendedAt };
}
