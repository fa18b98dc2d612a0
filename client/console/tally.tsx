// The night in one line: how many of each grade, how many of those lack somebody, how many crews are out.
import { VisuallyHidden } from '@mantine/core';
import { GRADES } from '../../shared/domain/grade.ts';
import { GradeShape } from '../ui/grade-shape.tsx';
import { isManned, isOut, type Crew } from './board/crew.ts';
import { isUncovered, type QueueItem } from './board/queue-item.ts';
import classes from './tally.module.css';

export interface TallyProps {
  /** Before the first answer nothing is counted: a nought would be read as a quiet night. */
  known: boolean;
  items: readonly QueueItem[];
  crews: readonly Crew[];
  size?: 'md' | 'xl';
}

/** Grade 4 sends nobody, so it is counted only where there is one. */
export function Tally({ known, items, crews, size = 'md' }: TallyProps) {
  if (!known) return <span />;
  const manned = crews.filter(isManned);
  return (
    <ul className={classes['tally']} data-size={size} aria-label="Open incidents by grade, and crews">
      {GRADES.map((grade) => {
        const ofGrade = items.filter(({ incident }) => incident.grade === grade);
        const uncovered = grade === 2 ? ofGrade.filter(isUncovered).length : 0;
        if (grade === 4 && ofGrade.length === 0) return null;
        return (
          <li key={grade} data-none={ofGrade.length === 0 || undefined}>
            <GradeShape grade={grade} size={size === 'xl' ? 'xl' : 'sm'} /> {ofGrade.length}
            {uncovered > 0 && <span className={classes['uncovered']}>{uncovered} uncovered</span>}
          </li>
        );
      })}
      <li className={classes['crews']}>crews {manned.filter(isOut).length}/{manned.length}<VisuallyHidden> out</VisuallyHidden></li>
    </ul>
  );
}
