// The log's entries as the timeline shows them: what kind each is, and whether it was entered late.
import { minutesBetween } from '../../../shared/domain/instant.ts';
import type { TimelineEntry as Logged } from '../../../shared/protocol/views.ts';
import type { TimelineEntry, TimelineKind } from '../../ui/timeline.tsx';

const KINDS: readonly (readonly [prefix: string, kind: TimelineKind])[] = [
  ['incident.noted', 'note'], ['incident.reportedLate', 'attention'], ['followUp.opened', 'attention'], ['downgrade.requested', 'attention'],
  ['handover.rejected', 'attention'], ['alarm.fired', 'attention'], ['handover.', 'contact'], ['incident.passedToPolice', 'contact'], ['assignment.', 'move'],
];
const lateAfterMinutes = 2;

/** Newest first: on the phone, what has just happened is what is asked for. */
export const timelineEntries = (log: readonly Logged[]): TimelineEntry[] => log.toSorted((a, b) => b.seq - a.seq).map((entry) => ({
  id: String(entry.seq),
  at: entry.at,
  who: entry.organisation === '' ? entry.by : `${entry.by}, ${entry.organisation}`,
  what: entry.sentence,
  kind: KINDS.find(([prefix]) => entry.name.startsWith(prefix))?.[1] ?? 'event',
  note: entry.note,
  enteredAt: minutesBetween(entry.at, entry.receivedAt) > lateAfterMinutes ? entry.receivedAt : null,
}));
