// Said while the call is still being taken, so that the same event is not entered twice.
import { ActionButton } from '../../ui/action-button.tsx';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { useBoard } from '../board/board.tsx';
import { useConsole } from '../console-state.tsx';
import type { CallDraft } from './call-draft.ts';
import { lookAlikes } from './look-alikes.ts';
import classes from './call.module.css';

export function LookAlikeList({ draft }: { draft: CallDraft }) {
  const { items } = useBoard();
  const { openIncident } = useConsole();
  const found = lookAlikes(draft, items);
  return (
    <div role="status">
      {found.length > 0 && (
        <ul className={classes['look-alikes']} aria-label="Open already, and may be the same">
          {found.map(({ item: { id, tail, district, incident }, because }) => (
            <li key={id}>
              <GradeShape grade={incident.grade} size="sm" />
              <span><strong>{tail} {district}</strong> is open already, {because}: {incident.summary}</span>
              <ActionButton label={`Look at ${tail}`} size="xs" onAct={() => openIncident(id)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
