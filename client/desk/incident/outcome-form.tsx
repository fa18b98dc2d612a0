// What came of a phone task, and for each person whether anybody saw them: a voice on the phone is not a sighting.
import { NativeSelect, SegmentedControl, Textarea } from '@mantine/core';
import { OUTCOME_NAMES, OUTCOMES } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { advanceAssignment, recordOutcome } from '../../../shared/protocol/dispatch.ts';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';
import classes from './outcome-form.module.css';
import { phoneCover } from './phone-words.ts';

const BY_PHONE = OUTCOMES.filter((outcome) => outcome !== 'no-access');

export function OutcomeForm({ incident, taskId, onClose }: FormProps & { taskId: string }) {
  const deed = useDeed();
  const unsaid = Object.fromEntries(incident.people.map(({ personId }) => [personId, '']));
  const { values, set, field, clear } = useDraftFields<string>(`outcome.${taskId}`, { outcome: '', note: '', ...unsaid });
  const outcome = BY_PHONE.find((one) => one === values['outcome']);
  const note = values['note'] ?? '';
  const said = (how: 'seen' | 'not-seen') => incident.people.filter(({ personId }) => values[personId] === how);
  const owed = outcome === undefined ? 'Choose what came of it first.'
    : note.trim() === '' ? 'Say what was agreed, and with whom.'
      : said('seen').length + said('not-seen').length < incident.people.length ? refusalSentence({ code: 'say-who-was-seen' }) : undefined;

  const record = async () => {
    if (outcome === undefined) return;
    const ids = (how: 'seen' | 'not-seen') => said(how).map(({ personId }) => personId);
    await deed(recordOutcome, { taskId, outcome, note: note.trim(), seenPersonIds: ids('seen'), notSeenPersonIds: ids('not-seen') });
    clear();
    const { assignment } = phoneCover(incident, { id: taskId });
    if (assignment !== null) await deed(advanceAssignment, { assignmentId: assignment.id, to: 'left', alsoFor: [] });
  };

  return (
    <ActForm
      title="What came of it"
      leadsTo={said('not-seen').some(({ isChild }) => isChild) ? 'A child was not seen: a supervisor decides what follows, and the case cannot close until then.' : undefined}
      act="Record, and finished"
      refusal={owed}
      onAct={record}
      onClose={onClose}
    >
      <NativeSelect label="Outcome" required {...field('outcome')} data={[{ value: '', label: 'Choose' }, ...BY_PHONE.map((one) => ({ value: one, label: OUTCOME_NAMES[one] }))]} />
      <Textarea label="What was said and agreed, with whom" required {...field('note')} autosize minRows={2} maxRows={8} />
      {incident.people.map(({ personId, name, age }) => (
        <div key={personId} className={classes['person']}>
          <span>{name}, {age}</span>
          <SegmentedControl
            aria-label={`Whether ${name} was seen`}
            value={values[personId] ?? ''}
            onChange={(how) => set(personId, how)}
            data={[{ value: '', label: 'not said' }, { value: 'seen', label: 'seen' }, { value: 'not-seen', label: 'not seen' }]}
          />
        </div>
      ))}
      {incident.people.length > 0 && <p className={classes['hint']}>Speaking on the phone is not seeing: “seen” is for somebody whom a person there saw, and told you so.</p>}
    </ActForm>
  );
}
