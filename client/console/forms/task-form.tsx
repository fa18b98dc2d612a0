// Adds a task: an activity, which brings its legs; visit or phone; and a window of its own where it has one.
import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { z } from 'zod';
import { ACTIVITIES, ACTIVITY_CODES, NEED_NAMES, NEEDS, TASK_KINDS, type Activity } from '../../../shared/domain/activity.ts';
import { SKILLS_BEYOND } from '../../../shared/domain/leg-needs.ts';
import { SKILL_NAMES, SKILLS } from '../../../shared/domain/skill.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { addTask } from '../../../shared/protocol/dispatch.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { needsWords } from '../board/incident-lines.ts';
import { useConsole } from '../console-state.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';
import choiceClasses from '../../ui/choices.module.css';
import classes from './forms.module.css';

const Draft = z.object({ activity: z.enum(ACTIVITY_CODES), kind: z.enum(TASK_KINDS), legs: z.array(z.enum(NEEDS)), detail: z.string(), from: z.string(), by: z.string(), besides: z.partialRecord(z.enum(NEEDS), z.enum(SKILLS)).default({}) });

/** A person's guess at the commonest; everything can be changed. */
const likeliest = (incident: IncidentView): Activity => (incident.door === 'hospital' ? 'hospital-liaison' : 'welfare-check');
const CHOICES = ACTIVITY_CODES.map((activity) => ({ value: activity, label: ACTIVITIES[activity].name }));

const empty = (incident: IncidentView, activity: Activity): z.infer<typeof Draft> =>
  ({ activity, kind: incident.grade === 4 ? 'phone' : 'visit', legs: [...ACTIVITIES[activity].legs], detail: '', from: '', by: '', besides: {} });

export function TaskForm({ incident, onClose }: FormProps) {
  const { now } = useBoard();
  const { openForm } = useConsole();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.task`, Draft, empty(incident, likeliest(incident)));
  const { ownWindow } = ACTIVITIES[draft.activity];
  const [from, by] = [draft.from, draft.by].map((text) => (text.trim() === '' ? null : readMoment(text, now, 'future')));
  const [fromAt, byAt] = [from?.at ?? null, by?.at ?? null];

  const refusal = draft.legs.length === 0 ? refusalSentence({ code: 'legs-needed' })
    : from?.problem ?? by?.problem ?? (ownWindow && byAt === null ? refusalSentence({ code: 'window-needed' })
      : fromAt !== null && byAt !== null && fromAt >= byAt ? refusalSentence({ code: 'window-impossible' })
        : fromAt !== null && byAt === null ? 'A window that begins must end: say by when.' : undefined);
  const submit = async () => {
    const done = await send(addTask, { incidentId: incident.id, activity: draft.activity, kind: draft.kind, legs: draft.legs, legSkills: draft.legs.map((need) => { const skill = draft.besides[need]; return skill === undefined ? [] : [skill]; }), detail: draft.detail.trim() || null, dueFrom: fromAt, dueAt: byAt });
    if (done === null) return;
    clear();
    say(`${ACTIVITIES[draft.activity].name} added.`);
    // What comes next is sending somebody; a window for another day is left for then.
    if (ownWindow || incident.grade === 1) onClose();
    else openForm({ name: 'send', taskId: null, insteadOf: [] });
  };
  const pick = (activity: Activity) => change({ activity, legs: [...ACTIVITIES[activity].legs] });
  return (
    <InlineForm title="Add a task" submit="Add the task" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <FieldRow>
        <NativeSelect label="Activity" data={CHOICES} value={draft.activity} onChange={({ currentTarget: { value } }) => pick(ACTIVITY_CODES.find((activity) => activity === value) ?? draft.activity)} />
        <div className={classes['tall']}>
          <span className={choiceClasses['choices-label']} id="nj-task-kind">Kind</span>
          <SegmentedControl aria-labelledby="nj-task-kind" data={[{ value: 'visit', label: 'Visit' }, { value: 'phone', label: 'By phone' }]} value={draft.kind} onChange={(kind) => change({ kind: kind === 'phone' ? 'phone' : 'visit' })} />
        </div>
      </FieldRow>
      <Checkbox.Group label="Legs it needs" value={draft.legs} onChange={(legs) => change({ legs: NEEDS.filter((need) => legs.includes(need)) })}>
        <div className={classes['flags']}>{NEEDS.map((need) => <Checkbox key={need} value={need} label={NEED_NAMES[need]} />)}</div>
      </Checkbox.Group>
      <FieldRow>
        {draft.legs.map((need) => (
          <NativeSelect
            key={need} label={`${needsWords([need]).replace(/^./, (first) => first.toUpperCase())} also needs`} data={[{ value: '', label: 'nothing more' }, ...SKILLS_BEYOND.map((skill) => ({ value: skill, label: SKILL_NAMES[skill] }))]} value={draft.besides[need] ?? ''}
            onChange={({ currentTarget: { value } }) => { const { [need]: _before, ...others } = draft.besides; const skill = SKILLS.find((one) => one === value); change({ besides: skill === undefined ? others : { ...others, [need]: skill } }); }}
          />
        ))}
      </FieldRow>
      <FieldRow>
        <MomentField label={ownWindow ? 'Between' : 'Not before'} side="future" text={draft.from} onChange={(text) => change({ from: text })} whenEmpty="from now" placeholder="Sat 10:00" />
        <MomentField label="By" side="future" text={draft.by} onChange={(text) => change({ by: text })} required={ownWindow} whenEmpty={ownWindow ? 'this activity has a window of its own' : 'the grade’s target'} />
      </FieldRow>
      <WordsField label="What they should know" text={draft.detail} onChange={(detail) => change({ detail })} placeholder="Whom to ask for, the officer and reference, the ward, not to leave before …" />
    </InlineForm>
  );
}
