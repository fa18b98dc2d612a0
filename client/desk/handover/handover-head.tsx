// Above the pack, and never scrolled away: how urgent, for whom, by when, and who has it.
import type { HandoverView } from '../../../shared/protocol/views.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { dayAndTime } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import classes from '../case/head.module.css';
import { endedText, sentText } from './handover-words.ts';

export function HandoverHead({ handover, warnings }: { handover: HandoverView; warnings: number }) {
  const now = useNow();
  const waits = handover.state === 'sent';
  return (
    <div className={classes['head']}>
      <GradeShape grade={handover.grade} size="lg" />
      <div className={classes['words']}>
        <p className={classes['heading']}>{handover.heading}</p>
        <p className={classes['detail']}>
          For {handover.receivingTeam}, {sentText(handover, now)}{handover.spokenWith !== null && `, spoken about with ${handover.spokenWith}`}
        </p>
        {!waits && <p className={classes['state']}>{endedText(handover)}{handover.endedAt !== null && `, ${dayAndTime(handover.endedAt, now)}`}</p>}
        {handover.reason !== null && <p className={classes['detail']}>“{handover.reason}”</p>}
        {warnings > 0 && <p className={classes['warning']}>{warnings === 1 ? 'A staff-safety warning' : `${warnings} staff-safety warnings`}: read 9 before anybody goes.</p>}
      </div>
      {waits && (
        <div className={classes['clock']}>
          <TimeLeft reportedAt={handover.sentAt} dueAt={handover.dueAt} now={now} />
          <span className={classes['detail']}>by {dayAndTime(handover.dueAt, now)}</span>
        </div>
      )}
    </div>
  );
}
