// Deeds that ask for nothing but a reason: stand down, cancel a task, open again, take a handover back.
import type { ReactNode } from 'react';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { cancelTask, standDown } from '../../../shared/protocol/dispatch.ts';
import { withdrawHandover } from '../../../shared/protocol/handovers.ts';
import { reopenIncident } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { useDraft } from '../../ui/drafts.ts';
import { say } from '../../ui/toast.tsx';
import { whyNotCancelTask } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { WordsField } from '../../ui/words-field.tsx';

interface ReasonFormProps {
  title: string;
  says?: ReactNode;
  submit: string;
  draftKey: string;
  /** Answers null where it was refused. */
  onReason: (reason: string) => Promise<unknown>;
  said: string;
  onClose: () => void;
  refusal?: string | undefined;
  danger?: boolean;
}

export function ReasonForm({ title, says, submit, draftKey, onReason, said, onClose, refusal, danger = false }: ReasonFormProps) {
  const [text, setText] = useDraft(draftKey);
  const act = async () => {
    if (await onReason(text.trim()) === null) return;
    setText('');
    onClose();
    say(said);
  };
  return (
    <InlineForm title={title} says={says} submit={submit} onSubmit={act} onClose={onClose} refusal={refusal ?? (text.trim() === '' ? 'Say why, in a few words: this is read later.' : undefined)} danger={danger}>
      <WordsField label="Why" required text={text} onChange={setText} />
    </InlineForm>
  );
}

export function StandDownForm({ incident, onClose, assignmentIds }: FormProps & { assignmentIds: readonly string[] }) {
  const { send } = useSend();
  const names = incident.assignments.filter(({ id }) => assignmentIds.includes(id)).map(({ name }) => name).join(' and ');
  return (
    <ReasonForm
      title={`Stand down ${names}?`} says="They are told at once, and their legs need somebody again." submit="Stand them down" draftKey={`${incident.id}.stand-down`} said={`${names} stood down.`} danger
      onReason={(reason) => send(standDown, { incidentId: incident.id, assignmentIds: [...assignmentIds], reason })} onClose={onClose}
    />
  );
}

export function CancelTaskForm({ incident, onClose, taskId }: FormProps & { taskId: string }) {
  const { me, now } = useBoard();
  const { send } = useSend();
  const task = incident.tasks.find(({ id }) => id === taskId);
  const name = task === undefined ? 'the task' : ACTIVITIES[task.activity].name;
  return (
    <ReasonForm
      title={`Cancel ${name}?`} says="Whoever is on the way is freed." submit="Cancel the task" draftKey={`${taskId}.cancel`} said={`${name} cancelled.`} danger
      refusal={whyNotCancelTask(incident, taskId, { staffId: me.staffId, now })} onReason={(reason) => send(cancelTask, { taskId, reason })} onClose={onClose}
    />
  );
}

export function ReopenForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  return (
    <ReasonForm
      title={`Open ${incident.ref} again?`} says="It becomes yours, and its clock still runs from the report." submit="Open it again" draftKey={`${incident.id}.reopen`} said={`${incident.ref} is open again.`}
      onReason={(reason) => send(reopenIncident, { incidentId: incident.id, reason })} onClose={onClose}
    />
  );
}

export function WithdrawForm({ incident, onClose, handoverId }: FormProps & { handoverId: string }) {
  const { send } = useSend();
  const team = incident.handovers.find(({ id }) => id === handoverId)?.receivingTeam ?? 'the team';
  return (
    <ReasonForm
      title={`Take it back from ${team}?`} says={`${incident.owner.name} still owns it.`} submit="Take it back" draftKey={`${handoverId}.withdraw`} said={`Taken back from ${team}.`}
      onReason={(reason) => send(withdrawHandover, { handoverId, reason })} onClose={onClose}
    />
  );
}
