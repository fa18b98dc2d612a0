// Sends people to a task: who fits, nearest first, chosen for the legs that are missing; and why the others do not.
import { NativeSelect } from '@mantine/core';
import { z } from 'zod';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { coverLeg } from '../../../shared/domain/cover.ts';
import type { Candidate } from '../../../shared/domain/decide-dispatch.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { dispatchCrew } from '../../../shared/protocol/dispatch.ts';
import type { DutyView, IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { safetyLine } from '../../live/check-facts.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { whyNotSend, wouldGoAlone } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import { needsWords } from '../board/incident-lines.ts';
import { chosenWith, suggestions, takings } from '../board/suggest.ts';
import { pointOf } from '../../forms/place/point-of.ts';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { InsteadForm } from './instead-form.tsx';
import { SendChoices } from './send-choices.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WarningsBefore } from './warnings-before.tsx';
import { WordsField } from '../../ui/words-field.tsx';

export interface SendFormProps extends FormProps {
  taskId: string | null;
  /** Assignments that are stood down in the same breath. */
  insteadOf: readonly string[];
}

const Draft = z.object({ taskId: z.string().nullable(), dutyIds: z.array(z.string()).nullable(), reason: z.string(), alone: z.string().default('') });

/** Legs that nobody stands in, those included whose people are to be replaced. */
function wantedLegs(incident: IncidentView, task: TaskView, insteadOf: readonly string[]) {
  const standing = incident.assignments.filter(({ id }) => !insteadOf.includes(id));
  return incident.legs.filter(({ taskId }) => taskId === task.id).filter((leg) => ['nobody', 'left'].includes(coverLeg(leg, standing).state));
}

const candidateOf = (duty: DutyView): Candidate => ({
  assignmentId: duty.id, dutyId: duty.id, staffId: duty.staffId, name: duty.name, profession: duty.profession, skills: duty.skills, teamId: duty.teamId, onDuty: true,
  busyOn: duty.availability === 'free' ? null : { ref: 'other work', by: 'somebody', at: duty.since },
});

const names = (duties: readonly DutyView[]): string => duties.map(({ name }) => name).join(' and ');

export function SendForm({ incident, taskId, insteadOf, onClose }: SendFormProps) {
  const { crews, incidents, me, now } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.send.${insteadOf.join()}`, Draft, { taskId, dutyIds: null, reason: '', alone: '' });
  const open = incident.tasks.filter(({ state }) => state === 'open');
  const task = open.find(({ id }) => id === (draft.taskId ?? taskId)) ?? open.find((one) => wantedLegs(incident, one, insteadOf).length > 0) ?? open[0];
  if (task === undefined) return <InlineForm title="Send" says="There is no open task. Add one first (T)." submit="Send" onSubmit={async () => null} onClose={onClose} refusal={refusalSentence({ code: 'task-ended' })} />;

  if (wantedLegs(incident, task, insteadOf).length === 0 && insteadOf.length === 0) return <InsteadForm incident={incident} task={task} onClose={onClose} />;

  const asked = { wanted: wantedLegs(incident, task, insteadOf), kind: task.kind, to: pointOf(incident), incidents };
  const found = suggestions(crews, asked);
  const suited = found.filter(({ takes }) => takes.length > 0);
  const everybody = crews.flatMap(({ members }) => members.map(({ duty }) => duty));
  const chosen = draft.dutyIds === null ? suited[0]?.takes.map(({ duty }) => duty) ?? [] : everybody.filter(({ id }) => draft.dutyIds?.includes(id));
  const takes = takings(asked.wanted, chosen);
  const stillMissing = asked.wanted.filter(({ id }) => !takes.some(({ legId }) => legId === id));
  const reason = draft.reason.trim();
  const alone = task.kind === 'visit' && me.isSupervisor && wouldGoAlone(incident, task.id, chosen.length, insteadOf);

  const refusal = asked.wanted.length === 0 ? refusalSentence({ code: 'leg-covered' })
    : chosen.length === 0 ? suited.length === 0 ? 'Nobody on duty can stand in the missing leg now. Each one’s reason is below.' : 'Choose whom to send.'
      : insteadOf.length > 0 && reason === '' ? refusalSentence({ code: 'rationale-needed' })
        : whyNotSend(incident, task.id, chosen.map(candidateOf), insteadOf, { staffId: me.staffId, now }, alone ? draft.alone.trim() : '');
  const submit = async () => {
    const done = await send(dispatchCrew, { taskId: task.id, expectedVersion: incident.version, dutyIds: takes.map(({ duty }) => duty.id), insteadOf: [...insteadOf], reason: reason || null, aloneBecause: alone ? draft.alone.trim() || null : null });
    if (done === null) return;
    clear();
    onClose();
    say(`${names(chosen)} sent to ${incident.ref.slice(-4)}.`);
  };
  const replaced = incident.assignments.filter(({ id }) => insteadOf.includes(id)).map(({ name }) => name).join(' and ');
  return (
    <InlineForm
      title={insteadOf.length === 0 ? `Send to ${ACTIVITIES[task.activity].name.toLowerCase()}` : `Send others instead of ${replaced}`}
      says={`Missing: ${needsWords(asked.wanted.map(({ need }) => need))}.${chosen.length > 0 && stillMissing.length > 0 ? ` With these, the ${needsWords(stillMissing.map(({ need }) => need))} stays with nobody.` : ''} Staff safety: ${safetyLine(incident)}`}
      submit={chosen.length === 0 ? 'Send' : `Send ${names(chosen)}`} onSubmit={submit} onClose={onClose} refusal={refusal}
    >
      <WarningsBefore incident={incident} />
      {open.length > 1 && (
        <NativeSelect label="Task" data={open.map(({ id, activity }) => ({ value: id, label: ACTIVITIES[activity].name }))} value={task.id} onChange={({ currentTarget: { value } }) => change({ taskId: value, dutyIds: null })} />
      )}
      <SendChoices
        found={found} chosen={chosen}
        onToggle={(crew) => {
          const without = chosen.filter((duty) => !crew.members.some((member) => member.duty.id === duty.id));
          change({ dutyIds: (without.length < chosen.length ? without : chosenWith(crew, chosen, asked)).map(({ id }) => id) });
        }}
      />
      {insteadOf.length > 0 && <WordsField label={`Why ${replaced} should not go on`} required text={draft.reason} onChange={(reason) => change({ reason })} />}
      {alone && <WordsField label="Why one goes alone, where visits are double-crewed only" required text={draft.alone} onChange={(next) => change({ alone: next })} />}
    </InlineForm>
  );
}
