// The staff-safety warnings as they stand, before anybody is sent: each with what it rests on, who approved it, and its review.
import { WARNING_NAMES } from '../../../shared/domain/incident-words.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { dayText } from '../../ui/time-text.ts';
import { WarningStrip } from '../../ui/warning-strip.tsx';
import { useBoard } from '../board/board.tsx';

export function WarningsBefore({ incident: { warnings } }: { incident: IncidentView }) {
  const { now } = useBoard();
  return warnings.map(({ id, kind, source, approvedBy, at, reviewAt }) => (
    <WarningStrip key={id} title={WARNING_NAMES[kind]} basis={`${source} · ${approvedBy.name}, ${dayText(at, now)} · review by ${dayText(reviewAt, now)}`} reviewDue={reviewAt < now.toISOString()} />
  ));
}
