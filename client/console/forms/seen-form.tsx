// What a crew says by radio from the door: who was seen and who was not, or that nobody let them in.
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { recordNoAccess, recordSeen } from '../../../shared/protocol/dispatch.ts';
import { useSend } from '../../live/send.ts';
import { useDraft } from '../../ui/drafts.ts';
import { say } from '../../ui/toast.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { notSeenIds, saysAll, seenIds, Sighting, SightingFields } from './sighting-fields.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const nameOf = ({ assignments }: FormProps['incident'], assignmentId: string): string => assignments.find(({ id }) => id === assignmentId)?.name ?? 'The crew';

export function SeenForm({ incident, assignmentId, onClose }: FormProps & { assignmentId: string }) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${assignmentId}.seen`, Sighting, {});
  const submit = async () => {
    if (await send(recordSeen, { assignmentId, seenPersonIds: seenIds(incident, draft), notSeenPersonIds: notSeenIds(incident, draft) }) === null) return;
    clear();
    onClose();
    say('Recorded who was seen.');
  };
  return (
    <InlineForm
      title={`${nameOf(incident, assignmentId)}: who was seen?`} says="As said by radio. No reply at the door is not “safe”." submit="Record it"
      onSubmit={submit} onClose={onClose} refusal={saysAll(incident, draft) ? undefined : refusalSentence({ code: 'say-who-was-seen' })}
    >
      <SightingFields incident={incident} sighting={draft} onChange={change} />
    </InlineForm>
  );
}

export function NoAccessForm({ incident, assignmentId, onClose }: FormProps & { assignmentId: string }) {
  const { send } = useSend();
  const [note, setNote] = useDraft(`${assignmentId}.no-access`);
  const submit = async () => {
    if (await send(recordNoAccess, { assignmentId, note: note.trim() || null }) === null) return;
    setNote('');
    onClose();
    say('Nobody let them in: a follow-up is open, and its clock runs.');
  };
  return (
    <InlineForm title={`${nameOf(incident, assignmentId)}: nobody let them in`} says="Opens a follow-up with an owner and a clock. The incident cannot close on it." submit="Record no access" onSubmit={submit} onClose={onClose}>
      <WordsField label="What they found" text={note} onChange={setNote} placeholder="Lights on, a car outside, a neighbour says …" />
    </InlineForm>
  );
}
