// Everything that happened, newest first: what was heard late says so.
import type { IncidentRecord } from '../../../shared/protocol/views.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { Timeline, type TimelineKind } from '../../ui/timeline.tsx';
import { useBoard } from '../board/board.tsx';
import classes from './incident.module.css';

const ATTENTION = new Set(['downgrade.requested', 'followUp.opened', 'incident.reportedLate', 'handover.rejected', 'assignment.declined', 'warning.recorded', 'alarm.fired']);
const CONTACT = new Set(['handover.sent', 'handover.takenOver', 'incident.passedToPolice', 'incident.raised']);

function kindOf(name: string): TimelineKind {
  if (ATTENTION.has(name)) return 'attention';
  if (CONTACT.has(name)) return 'contact';
  if (name === 'incident.noted') return 'note';
  return name.startsWith('assignment.') || name.startsWith('task.') ? 'move' : 'event';
}

/** Less than this between happening and hearing is the network's, not a person's. */
const LATE_MS = 2 * 60_000;

export interface IncidentTimelineProps {
  timeline: IncidentRecord['timeline'] | null;
  failed: string | null;
  onAgain: () => void;
}

export function IncidentTimeline({ timeline, failed, onAgain }: IncidentTimelineProps) {
  const { now } = useBoard();
  return (
    <section className={classes['section']} aria-label="Timeline">
      <h3 className={classes['heading']}>Timeline</h3>
      {failed !== null && <p className={classes['quiet']}>{failed} <ActionButton label="Read it again" size="xs" onAct={onAgain} /></p>}
      {timeline === null && failed === null && <SkeletonRows of="the timeline" rows={4} />}
      {timeline !== null && (
        <Timeline
          now={now}
          entries={timeline.toSorted((a, b) => b.seq - a.seq).map((entry) => ({
            id: String(entry.seq), at: entry.at, who: entry.by, what: entry.sentence, kind: kindOf(entry.name), note: entry.note,
            enteredAt: Date.parse(entry.receivedAt) - Date.parse(entry.at) > LATE_MS ? entry.receivedAt : null,
          }))}
        />
      )}
    </section>
  );
}
