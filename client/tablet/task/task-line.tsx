// One task in one line: grade, place, what for, how far I am.
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { clockTime } from '../../ui/time-text.ts';
import { STATE_WORDS, stateSince } from '../steps/step-words.ts';
import { owesOutcome, type Work } from '../work.ts';
import classes from './task-line.module.css';

export function TaskLine({ work }: { work: Work }) {
  const { incident, task, mine } = work;
  return (
    <span className={classes['line']}>
      <GradeShape grade={incident.grade} provisional={incident.gradedAt === null} size="lg" />
      <span className={classes['words']}>
        <span className={classes['place']}>{incident.location?.district ?? 'Place not known'} · {ACTIVITIES[task.activity].name}{task.kind === 'phone' && ', by phone'}</span>
        <span className={classes['state']}>{incident.ref} · {owesOutcome(work) ? 'outcome still owed' : `${STATE_WORDS[task.kind][mine.state]} ${clockTime(stateSince(mine))}`}</span>
      </span>
    </span>
  );
}
