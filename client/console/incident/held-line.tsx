// Who is held for a task and not told of it: sent by one key, or let go.
import { dispatchCrew } from '../../../shared/protocol/dispatch.ts';
import { releaseHeld } from '../../../shared/protocol/holds.ts';
import type { IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.tsx';
import { owedWith } from '../board/asked.ts';
import { heldHere, heldLine, type Held } from '../board/held.ts';
import { useConsole } from '../console-state.tsx';
import classes from './incident.module.css';

export function HeldLine({ incident, task }: { incident: IncidentView; task: TaskView }) {
  const held = heldHere(incident, task.id);
  return held.length === 0 ? null : <Line incident={incident} task={task} held={held} />;
}

function Line({ incident, task, held }: { incident: IncidentView; task: TaskView; held: readonly Held[] }) {
  const { send } = useSend();
  const { openForm } = useConsole();
  const names = held.map(({ name }) => name).join(' and ');
  // A leg that would be owed, or a warning to be read, is asked about in the form; nothing else is.
  const isPlain = owedWith(incident, task.id, held.map(({ legId }) => legId), []).length === 0 && incident.warnings.length === 0;
  const go = async () => {
    if (!isPlain) openForm({ name: 'send', taskId: task.id, insteadOf: [] });
    else if (await send(dispatchCrew, { taskId: task.id, expectedVersion: incident.version, dutyIds: held.map(({ dutyId }) => dutyId), insteadOf: [], reason: null })) say(`${names} sent to ${incident.ref.slice(-4)}.`);
  };
  const release = async () => {
    if (await send(releaseHeld, { incidentId: incident.id, reservationIds: held.map(({ reservationId }) => reservationId) })) say(`${names} held no longer.`);
  };
  // One key for one deed: of several tasks the first has it.
  const isFirst = heldHere(incident)[0]?.taskId === task.id;
  return (
    <div className={classes['task-head']}>
      <p className={classes['task-name']}>{heldLine(held)}<span className={classes['quiet']}>, not told of it yet</span></p>
      <ActionButton label={`Send them: ${names}`} keys={isFirst ? 'Shift+S' : undefined} size="xs" onAct={go}>Send them</ActionButton>
      <ActionButton label={`Let go: ${names}`} keys={isFirst ? 'Shift+X' : undefined} size="xs" tone="quiet" onAct={release}>Let go</ActionButton>
    </div>
  );
}
