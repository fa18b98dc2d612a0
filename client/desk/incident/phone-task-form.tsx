// A phone task, which whoever adds it takes: nine of ten are settled without leaving the desk.
import { NativeSelect, Textarea } from '@mantine/core';
import { ACTIVITIES, ACTIVITY_CODES, canFill, NEEDS } from '../../../shared/domain/activity.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { addTask, dispatchCrew } from '../../../shared/protocol/dispatch.ts';
import { useLiveStore } from '../../live/live-store.tsx';
import { useMe } from '../../live/me.tsx';
import { ActForm } from '../case/act-form.tsx';
import { saidOrNull, useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

/** Those with a due window of their own are booked, not settled on the phone tonight. */
const BY_PHONE = ACTIVITY_CODES.filter((code) => !ACTIVITIES[code].ownWindow);

export function PhoneTaskForm({ incident, onClose }: FormProps) {
  const { profession, skills, name, duty } = useMe();
  const store = useLiveStore();
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`phone-task.${incident.id}`, { activity: 'rapid-intervention', detail: '' });
  const activity = BY_PHONE.find((code) => code === values.activity) ?? 'rapid-intervention';
  // One leg, which whoever adds it can stand in: they are about to take it.
  const need = NEEDS.find((one) => profession !== null && canFill(profession, one, skills));
  const refusal = need === undefined ? refusalSentence({ code: 'nobody-fits', facts: { who: name } })
    : incident.grade === 1 ? refusalSentence({ code: 'grade-1-goes-to-police' }) : undefined;
  const add = async () => {
    if (need === undefined || duty === null) return;
    const done = await deed(addTask, { incidentId: incident.id, activity, kind: 'phone', legs: [need], detail: saidOrNull(values.detail), dueFrom: null, dueAt: null });
    clear();
    // Sending people rests on the version that was seen: the board has caught up with the task by now.
    const seen = store.state.entities.incident.byId.get(incident.id)?.view;
    const task = seen?.tasks.find(({ id }) => id === done.ids['taskId']);
    if (seen && task) await deed(dispatchCrew, { taskId: task.id, expectedVersion: seen.version, dutyIds: [duty.id], insteadOf: [], reason: null });
  };
  return (
    <ActForm title="Phone task" leadsTo="It is yours at once. S says ringing, then speaking, then what came of it." act="Add and take it" refusal={refusal} onAct={add} onClose={onClose}>
      <NativeSelect label="What for" {...field('activity')} data={BY_PHONE.map((code) => ({ value: code, label: ACTIVITIES[code].name }))} />
      <Textarea label="Whom to ring, and about what" {...field('detail')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
