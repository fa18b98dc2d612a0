// Sends people to a task: the ranking beside it, one key for the line that is shown; or people chosen by hand, whoever they are.
import { NativeSelect } from '@mantine/core';
import { z } from 'zod';
import { ACTIVITIES, ACTIVITY_CODES } from '../../../shared/domain/activity.ts';
import { coverLeg } from '../../../shared/domain/cover.ts';
import { ONLY_WORDS, onlyFor, type Gender } from '../../../shared/domain/crew-gender.ts';
import type { Candidate } from '../../../shared/domain/decide-dispatch.ts';
import { skillWords } from '../../../shared/domain/leg-needs.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { dispatchCrew } from '../../../shared/protocol/dispatch.ts';
import { holdCrew } from '../../../shared/protocol/holds.ts';
import type { DutyView, IncidentView, TaskView } from '../../../shared/protocol/views.ts';
import { safetyLine } from '../../live/check-facts.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';
import { owedWith, whyNotSend, wouldGoAlone } from '../board/asked.ts';
import { useBoard } from '../board/board.tsx';
import type { Held } from '../board/held.ts';
import { needsWords } from '../board/incident-lines.ts';
import { chosenWith, suggestions, takings } from '../board/suggest.ts';
import { pointOf } from '../../forms/place/point-of.ts';
import { useHeldOrder } from '../queue/held-order.ts';
import { RankedChoices } from '../sending/ranked-choices.tsx';
import { namesOf } from '../sending/suggestion-line.tsx';
import { useSuggestions } from '../sending/use-suggestions.ts';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { InsteadForm } from './instead-form.tsx';
import { MeetFields, meetingFrom } from './meet-fields.tsx';
import { SendChoices } from './send-choices.tsx';
import { WarningsBefore } from './warnings-before.tsx';

export interface SendFormProps extends FormProps {
  taskId: string | null;
  /** Assignments that are stood down in the same breath. */
  insteadOf: readonly string[];
}

/** `lineId` null: whoever is ranked first. */
const Draft = z.object({ taskId: z.string().nullable(), byHand: z.boolean(), lineId: z.string().nullable(), dutyIds: z.array(z.string()).nullable(), reason: z.string(), alone: z.string().default(''), solo: z.string().default(''), meet: z.string().default(''), meetAt: z.string().default(''), takeHeld: z.string().default(''), despite: z.string().default('') });

/** Legs that nobody stands in, those included whose people are to be replaced. */
function wantedLegs(incident: IncidentView, task: TaskView, insteadOf: readonly string[]) {
  const standing = incident.assignments.filter(({ id }) => !insteadOf.includes(id));
  return incident.legs.filter(({ taskId }) => taskId === task.id).filter((leg) => ['nobody', 'left'].includes(coverLeg(leg, standing).state));
}

const suitedTo = ({ warnings }: IncidentView): Gender | null => { const only = onlyFor(warnings.map(({ kind }) => kind)); return only === 'nobody' ? null : only; };

/** `held`: where it is for another task. */
const candidateOf = (duty: DutyView, held: Held | undefined, incident: IncidentView): Candidate => ({
  // Neither is shown here: the server asks.
  vehicle: null, gender: suitedTo(incident),
  heldFor: held === undefined ? null : { taskId: held.taskId, ref: held.ref, by: held.by, until: held.until },
  assignmentId: duty.id, dutyId: duty.id, staffId: duty.staffId, name: duty.name, profession: duty.profession, skills: duty.skills, teamId: duty.teamId, onDuty: true, breakUntil: duty.breakUntil,
  busyOn: duty.availability === 'free' || duty.availability === 'on-break' ? null : { ref: 'other work', by: 'somebody', at: duty.since },
});

const NOBODY = 'Nobody on duty can stand in the missing leg now. Each one’s reason is below.';

export function SendForm({ incident, taskId, insteadOf, onClose }: SendFormProps) {
  const { crews, held: onHold, incidents, me, now } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.send.${insteadOf.join()}`, Draft, { taskId, byHand: false, lineId: null, dutyIds: null, reason: '', alone: '', solo: '', meet: '', meetAt: '', takeHeld: '', despite: '' });
  const open = incident.tasks.filter(({ state }) => state === 'open');
  const task = open.find(({ id }) => id === (draft.taskId ?? taskId)) ?? open.find((one) => wantedLegs(incident, one, insteadOf).length > 0) ?? open[0];
  const { answer, failed } = useSuggestions(task?.id ?? null, insteadOf, incident.version, crews, [...onHold.keys()].join());
  // One of the two is empty. What is sent is what stands there, in the order in which it stands.
  const ranked = answer === null ? [] : [...answer.ranked, ...answer.alone];
  const held = useHeldOrder(ranked.map(({ id }) => id));
  if (task === undefined) return <InlineForm title="Send" says="There is no open task. Add one first (T)." submit="Send" onSubmit={async () => null} onClose={onClose} refusal={refusalSentence({ code: 'task-ended' })} />;

  if (wantedLegs(incident, task, insteadOf).length === 0 && insteadOf.length === 0) return <InsteadForm incident={incident} task={task} onClose={onClose} />;

  const byHand = draft.byHand || failed !== null;
  const asked = { wanted: wantedLegs(incident, task, insteadOf), kind: task.kind, to: pointOf(incident), incidents };
  const everybody = crews.flatMap(({ members }) => members.map(({ duty }) => duty));
  const found = suggestions(crews, asked);
  const lines = held.order.flatMap((id) => ranked.find((one) => one.id === id) ?? []);
  const line = draft.lineId === null ? lines[0] : lines.find(({ id }) => id === draft.lineId);
  const chosen = byHand ? everybody.filter(({ id }) => (draft.dutyIds ?? found.find(({ takes }) => takes.length > 0)?.takes.map(({ duty }) => duty.id))?.includes(id))
    : (line?.legs ?? []).flatMap(({ dutyId }) => everybody.find(({ id }) => id === dutyId) ?? []);
  const takes = chosen.flatMap(({ id }) => onHold.get(id) ?? []).filter(({ taskId: other }) => other !== task.id);
  // Said of these very people, and of nobody whom somebody holds later.
  const isTaking = takes.length > 0 && draft.takeHeld === takes.map(({ reservationId }) => reservationId).join();
  // In the order of the legs, as they were ranked: so the rule puts each into the leg that is shown.
  const dutyIds = byHand ? takings(asked.wanted, chosen).map(({ duty }) => duty.id) : (line?.legs ?? []).map(({ dutyId }) => dutyId);
  const taken = new Set(byHand ? takings(asked.wanted, chosen).map(({ legId }) => legId) : (line?.legs ?? []).map(({ legId }) => legId));
  const stillMissing = asked.wanted.filter(({ id }) => !taken.has(id));
  const names = byHand ? chosen.map(({ name }) => name).join(' and ') : line === undefined ? '' : namesOf(line);
  const reason = draft.reason.trim();
  const besides = skillWords([...new Set(asked.wanted.flatMap(({ skills }) => skills))]);
  const alone = task.kind === 'visit' && me.isSupervisor && wouldGoAlone(incident, task.id, dutyIds.length, insteadOf);

  const only = task.kind === 'visit' ? onlyFor(incident.warnings.map(({ kind }) => kind)) : null;
  const solo = !alone && task.kind === 'visit' && dutyIds.length > 0 && owedWith(incident, task.id, [...taken], insteadOf).length > 0;
  const mayGoAhead = answer === null || answer.mayGoAhead;
  const meeting = meetingFrom(draft, now);

  const whomNot = byHand ? (chosen.length > 0 ? undefined : found.some(({ takes }) => takes.length > 0) ? 'Choose whom to send.' : NOBODY)
    : answer === null ? 'Who could go is still being worked out.' : lines.length === 0 ? answer.short?.says ?? NOBODY : line === undefined ? 'Those you chose cannot go any more. Choose again.' : undefined;
  const refusal = asked.wanted.length === 0 ? refusalSentence({ code: 'leg-covered' })
    : whomNot ?? (insteadOf.length > 0 && reason === '' ? refusalSentence({ code: 'rationale-needed' })
      : whyNotSend(incident, task.id, chosen.map((duty) => candidateOf(duty, isTaking ? undefined : onHold.get(duty.id), incident)).map((one) => (byHand ? one : { ...one, busyOn: null })), insteadOf, { staffId: me.staffId, now }, {
        aloneBecause: alone ? draft.alone.trim() : '', soloBecause: draft.solo.trim(), mayGoAhead: mayGoAhead ? ACTIVITY_CODES : [], meetAt: meeting.meetAt,
      }) ?? meeting.problem);
  const hold = async () => {
    const done = await send(holdCrew, { taskId: task.id, expectedVersion: byHand || answer === null ? incident.version : answer.version, dutyIds });
    if (done === null) return;
    onClose();
    say(`${names} held for ${incident.ref.slice(-4)}. Nobody has told them.`);
  };
  const submit = async () => {
    // What was shown: where the incident has changed since it was ranked, this is refused with who was faster.
    const expectedVersion = byHand || answer === null ? incident.version : answer.version;
    const done = await send(dispatchCrew, { taskId: task.id, expectedVersion, dutyIds, insteadOf: [...insteadOf], reason: reason || null, aloneBecause: alone ? draft.alone.trim() || null : null, despiteBecause: only !== null && byHand && me.isSupervisor ? draft.despite.trim() || null : null,
      soloBecause: solo ? draft.solo.trim() || null : null, takeHeld: isTaking ? takes.map(({ reservationId }) => reservationId) : [], meeting: task.kind === 'visit' ? meeting.said : null,
    });
    if (done === null) return;
    clear();
    onClose();
    say(`${names} sent to ${incident.ref.slice(-4)}.`);
  };
  const replaced = incident.assignments.filter(({ id }) => insteadOf.includes(id)).map(({ name }) => name).join(' and ');
  return (
    <InlineForm
      title={insteadOf.length === 0 ? `Send to ${ACTIVITIES[task.activity].name.toLowerCase()}` : `Send others instead of ${replaced}`}
      says={`Missing: ${needsWords(asked.wanted.map(({ need }) => need))}${besides === '' ? '' : ` (needs ${besides})`}.${dutyIds.length > 0 && stillMissing.length > 0 ? ` With these, the ${needsWords(stillMissing.map(({ need }) => need))} stays owed.` : ''}${isTaking ? ` Taken from ${takes[0]?.ref.slice(-4) ?? ''}, which then has nobody held.` : ''} Staff safety: ${safetyLine(incident)}`}
      submit={names === '' ? 'Send' : `Send ${names}`} onSubmit={submit} onClose={onClose} refusal={refusal}
      actions={(
        <>
          {insteadOf.length === 0 && task.kind === 'visit' && dutyIds.length > 0 && takes.length === 0 && <ActionButton label={`Hold, not told yet: ${names}`} keys="R" tone="quiet" onAct={hold}>Hold, not told yet</ActionButton>}
          {takes.length > 0 && !isTaking && <ActionButton label={`Take ${takes.map(({ name }) => name).join(' and ')} from ${takes[0]?.ref.slice(-4) ?? ''} all the same`} keys="H" tone="quiet" onAct={() => change({ takeHeld: takes.map(({ reservationId }) => reservationId).join() })} />}
          {failed === null && <ActionButton label={byHand ? 'Back to the ranking' : 'Choose people myself'} keys="V" tone="quiet" onAct={() => change({ byHand: !draft.byHand })} />}
        </>
      )}
    >
      <WarningsBefore incident={incident} />
      {open.length > 1 && (
        <NativeSelect label="Task" data={open.map(({ id, activity }) => ({ value: id, label: ACTIVITIES[activity].name }))} value={task.id} onChange={({ currentTarget: { value } }) => change({ taskId: value, lineId: null, dutyIds: null })} />
      )}
      {failed !== null && <p role="alert">The ranking did not come: {failed} Choose by hand; distances are by the straight line.</p>}
      {byHand ? (
        <SendChoices
          found={found} chosen={chosen}
          onToggle={(crew) => {
            const without = chosen.filter((duty) => !crew.members.some((member) => member.duty.id === duty.id));
            change({ dutyIds: (without.length < chosen.length ? without : chosenWith(crew, chosen, asked)).map(({ id }) => id) });
          }}
        />
      ) : <RankedChoices answer={answer} lines={lines} held={held} chosenId={line?.id ?? null} onChoose={(lineId) => change({ lineId })} onSend={submit} refusal={refusal} />}
      {insteadOf.length > 0 && <WordsField label={`Why ${replaced} should not go on`} required text={draft.reason} onChange={(reason) => change({ reason })} />}
      {solo && mayGoAhead && <WordsField label={`Why one goes ahead alone, while the ${needsWords(stillMissing.map(({ need }) => need))} is owed`} required text={draft.solo} onChange={(next) => change({ solo: next })} />}
      {only !== null && byHand && me.isSupervisor && <WordsField label={`Why whoever is not recorded so goes, where the visit is for ${ONLY_WORDS[only]}`} text={draft.despite} onChange={(next) => change({ despite: next })} />}
      {alone && <WordsField label="Why one goes alone, where visits are double-crewed only" required text={draft.alone} onChange={(next) => change({ alone: next })} />}
      {task.kind === 'visit' && <MeetFields incident={incident} taskId={task.id} draft={draft} onChange={change} />}
    </InlineForm>
  );
}
