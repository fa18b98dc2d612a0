// The tasks of this duty, to switch between: the live visit first, what has ended last.
import { GradeShape } from '../../ui/grade-shape.tsx';
import { STATUS_WORDS, statusOf } from '../../../shared/domain/status.ts';
import type { Shown, Work } from '../work.ts';
import { TaskLine } from './task-line.tsx';
import classes from './task-list.module.css';

export interface TaskListProps {
  works: readonly Work[];
  /** Calls that I raised and was not sent to. */
  raised?: readonly Shown[];
  chosenId: string | null;
  onChoose: (id: string) => void;
}

export function TaskList({ works, raised = [], chosenId, onChoose }: TaskListProps) {
  return (
    <ul className={classes['tasks']}>
      {works.map((work) => (
        <li key={work.mine.id}>
          <button type="button" className={classes['task']} aria-current={work.mine.id === chosenId || undefined} onClick={() => onChoose(work.mine.id)}>
            <TaskLine work={work} />
          </button>
        </li>
      ))}
      {raised.map(({ incident }) => (
        <li key={incident.id}>
          <button type="button" className={classes['task']} aria-current={incident.id === chosenId || undefined} onClick={() => onChoose(incident.id)}>
            <GradeShape grade={incident.grade} provisional={incident.gradedAt === null} size="lg" />
            <span className={classes['raised']}>{incident.summary}<span className={classes['status']}>{incident.ref} · raised by you · {STATUS_WORDS[statusOf({ incident, ...incident })]}</span></span>
          </button>
        </li>
      ))}
    </ul>
  );
}
