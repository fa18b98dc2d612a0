// Above the pack, and never scrolled away: how urgent, for whom, by when, who has it, and what must not be overlooked in it.
import type { HandoverPack } from '../../../shared/protocol/handover-pack.ts';
import type { HandoverView } from '../../../shared/protocol/views.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { TimeLeft } from '../../ui/time-left.tsx';
import { dayAndTime, saysWhenDue } from '../../ui/time-text.ts';
import { useNow } from '../../ui/use-now.tsx';
import classes from '../case/head.module.css';
import { endedText, sentText } from './handover-words.ts';

/** `pack` is null until it has been read. */
export function HandoverHead({ handover, pack }: { handover: HandoverView; pack: Pick<HandoverPack, 'warnings' | 'missing' | 'dispute'> | null }) {
  const now = useNow();
  const waits = handover.state === 'sent';
  const warnings = pack?.warnings.length ?? 0;
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
        {pack?.missing.filter(({ confirmed }) => !confirmed).map(({ name, standing }, index) => <p key={index} className={classes['warning']}>{name} {standing}: read 4 first.</p>)}
        {pack !== null && pack.dispute !== null && <p className={classes['warning']}>Who leads is disputed: read 6.</p>}
        {warnings > 0 && <p className={classes['warning']}>{warnings === 1 ? 'A staff-safety warning' : `${warnings} staff-safety warnings`}: read 9 before anybody goes.</p>}
      </div>
      {waits && (
        <div className={classes['clock']}>
          <TimeLeft reportedAt={handover.sentAt} dueAt={handover.dueAt} now={now} />
          <span className={classes['detail']}>to be taken over{saysWhenDue(handover.dueAt, now) ? '' : ` by ${dayAndTime(handover.dueAt, now)}`}</span>
        </div>
      )}
    </div>
  );
}
