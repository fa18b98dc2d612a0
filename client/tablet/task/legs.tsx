// Both legs of a joint task: who stands in each, how far they are, since when. "Nobody yet" and "both going" are two different things.
import { IconCloudOff } from '@tabler/icons-react';
import { legWords } from '../../../shared/domain/leg-needs.ts';
import { coverLeg } from '../../../shared/domain/cover.ts';
import type { AssignmentView } from '../../../shared/protocol/views.ts';
import { clockTime } from '../../ui/time-text.ts';
import { professionWord } from '../duty/duty-words.ts';
import type { Report } from '../report.ts';
import { SEEN_WORDS, STATE_WORDS, stateSince } from '../steps/step-words.ts';
import type { Work } from '../work.ts';
import classes from './legs.module.css';

export function Legs({ work: { incident, task, mine, said } }: { work: Work }) {
  const legs = incident.legs.filter(({ taskId }) => taskId === task.id).toSorted((a, b) => a.position - b.position);
  return (
    <ul className={classes['legs']}>
      {legs.map((leg) => {
        const assignment = leg.id === mine.legId ? mine : coverLeg(leg, incident.assignments).assignment;
        return (
          <li key={leg.id} className={classes['leg']} data-nobody={assignment === null || undefined}>
            <span className={classes['need']}>{legWords(leg)}</span>
            {assignment === null ? <strong className={classes['state']}>nobody yet</strong> : <Standing {...{ assignment, mine, said }} kind={task.kind} />}
          </li>
        );
      })}
    </ul>
  );
}

interface StandingProps { assignment: AssignmentView; mine: AssignmentView; kind: Work['task']['kind']; said: readonly Report[] }

function Standing({ assignment, mine, kind, said }: StandingProps) {
  const isUnsent = said.some((report) => !report.isSent && 'assignmentId' in report
    && (report.assignmentId === assignment.id || (report.kind === 'advance' && report.alsoFor.includes(assignment.id))));
  return (
    <>
      <span className={classes['who']}>
        {assignment.id === mine.id ? 'You' : assignment.name}
        <span className={classes['profession']}>{professionWord(assignment.profession)}{assignment.callSign && ` · ${assignment.callSign}`}</span>
      </span>
      <span className={classes['state']}>
        <strong>{STATE_WORDS[kind][assignment.state]}</strong> {clockTime(stateSince(assignment))}
        {assignment.seenAt && <span className={classes['more']}>{SEEN_WORDS[kind].stamp} {clockTime(assignment.seenAt)}</span>}
        {isUnsent && <span className={classes['more']}><IconCloudOff size={16} aria-hidden /> not sent yet</span>}
      </span>
    </>
  );
}
