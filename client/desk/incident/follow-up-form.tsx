// Deciding what follows no access: go back, ring, key holder or police entry. A child not seen is a supervisor's to decide.
import { Radio, Textarea } from '@mantine/core';
import { FOLLOW_UP_DECISIONS, FOLLOW_UP_NAMES } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { decideFollowUp } from '../../../shared/protocol/dispatch.ts';
import { useMe } from '../../live/me.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import { rightsOf } from '../desk-rights.ts';
import type { FormProps } from './form-props.ts';
import classes from './grade-form.module.css';

export function FollowUpForm({ incident, followUpId, onClose }: FormProps & { followUpId: string }) {
  const { isSupervisor } = rightsOf(useMe());
  const deed = useDeed();
  const { values, set, field, clear } = useDraftFields(`follow-up.${followUpId}`, { decision: '', note: '' });
  const decisions = FOLLOW_UP_DECISIONS.filter((decision) => isSupervisor || decision !== 'manager-satisfied');
  const decision = decisions.find((one) => one === values.decision);
  const followUp = incident.followUps.find(({ id }) => id === followUpId);
  const owed = followUp?.decision === null ? undefined : refusalSentence({ code: 'already-decided' });
  const decide = async () => {
    if (decision === undefined) return;
    await deed(decideFollowUp, { followUpId, decision, note: values.note.trim() });
    clear();
  };
  return (
    <ActForm
      title="What follows"
      leadsTo="Knocking is not seeing: somebody must still see or speak to them. Add the task that your decision needs."
      act="Decide"
      refusal={owed ?? (decision === undefined ? 'Choose what follows first.' : values.note.trim() === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined)}
      onAct={decide}
      onClose={onClose}
    >
      <Radio.Group value={values.decision} onChange={(next) => set('decision', next)} aria-label="What follows">
        <div className={classes['grades']}>
          {decisions.map((one) => <Radio key={one} value={one} label={FOLLOW_UP_NAMES[one]} />)}
        </div>
      </Radio.Group>
      <Textarea label="Why, and what was known" required {...field('note')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
