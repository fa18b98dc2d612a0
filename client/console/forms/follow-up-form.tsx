// Decides what follows when nobody opened the door, or a child was not seen. The second is a manager's to decide.
import { z } from 'zod';
import { FOLLOW_UP_DECISIONS, FOLLOW_UP_NAMES } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { decideFollowUp } from '../../../shared/protocol/dispatch.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { CAUSE_NAMES } from '../incident/attention.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ decision: z.enum(FOLLOW_UP_DECISIONS).nullable(), note: z.string() });

export function FollowUpForm({ incident, followUpId, onClose }: FormProps & { followUpId: string }) {
  const { me } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${followUpId}.decide`, Draft, { decision: null, note: '' });
  const followUp = incident.followUps.find(({ id }) => id === followUpId);
  const { decision } = draft;
  const note = draft.note.trim();
  const isManagers = followUp?.cause === 'child-not-seen' || decision === 'manager-satisfied';
  const refusal = followUp === undefined || followUp.decision !== null ? refusalSentence({ code: 'already-decided' })
    : isManagers && !me.isSupervisor ? refusalSentence({ code: 'manager-decides' })
      : decision === null ? 'Choose what follows.' : note === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const submit = async () => {
    if (decision === null || await send(decideFollowUp, { followUpId, decision, note }) === null) return;
    clear();
    onClose();
    say(`${FOLLOW_UP_NAMES[decision]}: recorded for ${incident.ref}.`);
  };
  return (
    <InlineForm title={followUp === undefined ? 'Follow-up' : `${CAUSE_NAMES[followUp.cause]}: what follows?`} says="The incident cannot close until this is decided." submit="Decide" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices
        label="What follows" value={decision} onChoose={(decision) => change({ decision })}
        choices={FOLLOW_UP_DECISIONS.map((value, index) => ({ value, name: FOLLOW_UP_NAMES[value], label: FOLLOW_UP_NAMES[value], keys: String(index + 1) }))}
      />
      <WordsField label="Who does it, and why this" required text={draft.note} onChange={(note) => change({ note })} />
    </InlineForm>
  );
}
