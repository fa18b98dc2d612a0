// What came of a task, entered for the crew: the outcome in words, who was seen, who was not.
import { NativeSelect } from '@mantine/core';
import { z } from 'zod';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { OUTCOME_NAMES, OUTCOMES } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { recordOutcome } from '../../../shared/protocol/dispatch.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { notSeenIds, saysAll, seenIds, Sighting, SightingFields } from './sighting-fields.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Recordable = z.enum(OUTCOMES).exclude(['no-access']);
const Draft = z.object({ outcome: Recordable.nullable(), note: z.string(), sighting: Sighting });
const CHOICES = [{ value: '', label: 'Choose what came of it' }, ...Recordable.options.map((value) => ({ value, label: OUTCOME_NAMES[value] }))];

export function OutcomeForm({ incident, taskId, onClose }: FormProps & { taskId: string }) {
  const { send } = useSend();
  const task = incident.tasks.find(({ id }) => id === taskId);
  const { draft, change, clear } = useFormDraft(`${taskId}.outcome`, Draft, { outcome: null, note: '', sighting: {} });
  const { outcome, sighting } = draft;
  const note = draft.note.trim();
  const childNotSeen = incident.people.some(({ isChild, personId }) => isChild && sighting[personId] === false);
  const refusal = task?.state !== 'open' ? refusalSentence({ code: 'task-ended' }) : outcome === null ? 'Choose what came of it.'
    : note === '' ? refusalSentence({ code: 'rationale-needed' }) : saysAll(incident, sighting) ? undefined : refusalSentence({ code: 'say-who-was-seen' });
  const submit = async () => {
    if (outcome === null || await send(recordOutcome, { taskId, outcome, note, seenPersonIds: seenIds(incident, sighting), notSeenPersonIds: notSeenIds(incident, sighting) }) === null) return;
    clear();
    onClose();
    say('The outcome is recorded.', 'The task is finished once the crew has left.');
  };
  return (
    <InlineForm
      title={task === undefined ? 'Outcome' : `Outcome: ${ACTIVITIES[task.activity].name.toLowerCase()}`} submit="Record the outcome" onSubmit={submit} onClose={onClose} refusal={refusal}
      says={childNotSeen ? 'A child was not seen: this goes to a manager, with a clock.' : undefined}
    >
      <NativeSelect
        label="What came of it" required data={CHOICES} value={outcome ?? ''}
        onChange={({ currentTarget: { value } }) => change({ outcome: Recordable.options.find((option) => option === value) ?? null })}
      />
      <SightingFields incident={incident} sighting={sighting} onChange={(sighting) => change({ sighting })} />
      <WordsField label={outcome === 'nothing-further' ? 'Because' : 'In words'} required text={draft.note} onChange={(note) => change({ note })} />
    </InlineForm>
  );
}
