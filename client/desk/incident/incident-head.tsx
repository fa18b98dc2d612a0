// Above an incident, and never scrolled away: its grade, what it is, whose it is, and the clock that runs out first.
import { nextBreach, statusOf } from '../../../shared/domain/status.ts';
import type { BreachCause, Status } from '../../../shared/domain/status.ts';
import { isRepeat, repeatShort } from '../../../shared/domain/repeat-concern.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useMe } from '../../live/me.tsx';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { dayAndTime, saysWhenDue } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import { statusFacts } from '../board/status-facts.ts';
import { statusWords } from '../board/status-words.ts';
import classes from '../case/head.module.css';

const CAUSES = { attend: 'to attend', 'task-window': 'task due', 'follow-up': 'to decide', handover: 'to be taken over', promise: 'the caller waits for us' } as const satisfies Record<BreachCause, string>;

/** Said elsewhere in the head. */
const UNSAID: ReadonlySet<Status> = new Set(['ungraded', 'grade-1']);

export function IncidentHead({ incident }: { incident: IncidentView }) {
  const now = useNow();
  const me = useMe();
  const facts = statusFacts(incident);
  const breach = nextBreach(facts);
  const isMine = incident.owner.staffId === me.staffId;
  return (
    <div className={classes['head']}>
      <GradeShape grade={incident.grade} provisional={incident.gradedAt === null} size="lg" />
      <div className={classes['words']}>
        <p className={classes['heading']}>{incident.summary}</p>
        <p className={classes['detail']}>
          {[
            incident.gradedAt === null ? `Grade ${incident.grade} proposed, not confirmed` : `Grade ${incident.grade}`,
            UNSAID.has(statusOf(facts)) ? null : statusWords(incident),
            `reported ${dayAndTime(incident.reportedAt, now)}`,
            isRepeat(incident.concern) ? repeatShort(incident.concern) : null,
            isMine ? 'yours' : `${incident.owner.name}, ${incident.owner.organisation}`,
          ].filter((part) => part !== null).join(' · ')}
        </p>
        {statusOf(facts) === 'grade-1' && <p className={classes['now']}>Ring the police control room now, and say who took it (P).</p>}
        {!incident.owner.onDuty && incident.state === 'open' && <p className={classes['warning']}>{incident.owner.name} is not on duty: take it (M), or see that somebody does.</p>}
      </div>
      {breach !== null && (
        <div className={classes['clock']}>
          <TimeLeft reportedAt={incident.reportedAt} dueAt={breach.at} now={now} />
          <span className={classes['detail']}>{CAUSES[breach.cause]}{saysWhenDue(breach.at, now) ? '' : ` by ${dayAndTime(breach.at, now)}`}</span>
        </div>
      )}
    </div>
  );
}
