// Where those who are on their way meet before the door, said again: their tablets say so at once.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { meetingOf } from '../../../shared/domain/meeting-point.ts';
import { agreeMeeting } from '../../../shared/protocol/dispatch.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { MeetInputs, meetingFrom } from './meet-fields.tsx';

export function MeetingForm({ incident, taskId, onClose }: FormProps & { taskId: string | null }) {
  const { send } = useSend();
  const now = useNow();
  const [draft, setDraft] = useState({ meet: '', meetAt: '' });
  const goers = (id: string) => incident.assignments.filter((one) => one.taskId === id && isLive(one));
  const tasks = incident.tasks.filter(({ id, state, kind }) => state === 'open' && kind === 'visit' && goers(id).length > 0);
  const [chosen, setChosen] = useState(taskId);
  const task = tasks.find(({ id }) => id === chosen) ?? tasks[0];
  const standing = task === undefined ? undefined : meetingOf(incident, task.id);
  const names = task === undefined ? '' : goers(task.id).map(({ name }) => name).join(' and ');
  const meeting = meetingFrom(draft, now);
  const agree = async (said: typeof meeting.said) => {
    if (task === undefined || await send(agreeMeeting, { taskId: task.id, meeting: said }) === null) return;
    onClose();
    say(said === null ? `${names}: straight to the door.` : `${names}: meet at ${said.where}.`, 'It is on their tablets. Whoever is driving hears it on the radio.');
  };
  return (
    <InlineForm
      title="Where they meet" submit={`Tell ${names === '' ? 'them' : names}`} onClose={onClose} onSubmit={() => agree(meeting.said)}
      says={standing === undefined ? 'Before the door, where they come in two cars.' : `Now: ${standing.where}. Another place takes its place.`}
      refusal={task === undefined ? 'Nobody is out on this one.' : meeting.problem ?? (meeting.said === null ? 'Say where they meet.' : undefined)}
      actions={standing !== undefined && <ActionButton label="They do not meet before" tone="quiet" onAct={() => agree(null)} />}
    >
      {tasks.length > 1 && <NativeSelect label="Task" data={tasks.map(({ id, activity }) => ({ value: id, label: ACTIVITIES[activity].name }))} value={task?.id ?? ''} onChange={({ currentTarget: { value } }) => setChosen(value)} />}
      <MeetInputs draft={draft} placeholder={standing?.where} onChange={(part) => setDraft((all) => ({ ...all, ...part }))} />
    </InlineForm>
  );
}
