// Staff-safety warnings, and what an empty list of them means: never that a door is safe.
import { WARNING_NAMES } from '../../../shared/domain/incident-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { safetyLine } from '../../live/check-facts.ts';
import { dayText } from '../../ui/time-text.ts';
import { WarningStrip } from '../../ui/warning-strip.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { useConsole } from '../console-state.tsx';
import { useBoard } from '../board/board.tsx';
import classes from './incident.module.css';

export function Warnings({ incident }: { incident: IncidentView }) {
  const { warnings } = incident;
  const { me, now } = useBoard();
  const { openForm } = useConsole();
  return (
    <section className={classes['section']} aria-label="Staff-safety warnings">
      {warnings.map(({ id, kind, source, approvedBy, at, reviewAt }) => (
        <WarningStrip
          key={id} title={WARNING_NAMES[kind]} reviewDue={reviewAt < now.toISOString()}
          basis={`${source} · ${approvedBy.name}, ${dayText(at, now)} · review by ${dayText(reviewAt, now)}`}
        >
          {me.isSupervisor && reviewAt < now.toISOString() && <ActionButton label="Review" size="xs" onAct={() => openForm({ name: 'review-warning', warningId: id })} />}
        </WarningStrip>
      ))}
      <p className={classes['checks']}>
        <span className={classes['label']}>Staff safety</span>
        <span>{safetyLine(incident)}</span>
      </p>
    </section>
  );
}
