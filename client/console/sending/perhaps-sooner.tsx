// What may be better than the ranking: whom to ring, and whom to take from work that can wait, with who pays for it.
import type { Suggestions } from '../../../shared/protocol/suggestions.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useConsole } from '../console-state.tsx';
import classes from './sending.module.css';

export function PerhapsSooner({ answer: { nearer, diversions, taskId, version } }: { answer: Suggestions }) {
  const { openForm } = useConsole();
  if (nearer.length + diversions.length === 0) return null;
  return (
    <ul className={classes['beyond']} aria-label="Perhaps sooner">
      {nearer.map((sentence) => <li key={sentence}>{sentence}</li>)}
      {diversions.map((diversion, index) => (
        <li key={diversion.assignmentIds.join()}>
          {diversion.says} <ActionButton label={`Take ${diversion.names}`} keys={index === 0 ? 'Shift+V' : undefined} size="xs" tone="quiet" onAct={() => openForm({ name: 'divert', taskId, version, diversion })} />
        </li>
      ))}
    </ul>
  );
}
