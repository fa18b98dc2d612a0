// Calls off a booked visit, with why; a family that waits for it is told.
import { isStanding } from '../../../shared/domain/promise.ts';
import { cancelVisit } from '../../../shared/protocol/planning.ts';
import { useDraft } from '../../ui/drafts.ts';
import { useNow } from '../../ui/use-now.tsx';
import { WordsField } from '../../ui/words-field.tsx';
import type { SharedFormProps } from '../form-way.ts';
import { visitWords } from './visit-words.ts';

export function CallOffForm({ incident, taskId, bookingId, onClose, way: { Frame, send } }: SharedFormProps & { taskId: string; bookingId: string }) {
  const now = useNow();
  const [reason, setReason] = useDraft(`${bookingId}.call-off`);
  const told = incident.promises.some((promise) => promise.kind === 'somebody-comes' && isStanding(promise, incident.attendedAt));
  const submit = async () => {
    if (await send(cancelVisit, { taskId, bookingId, reason: reason.trim() }) === null) return;
    setReason('');
    onClose();
  };
  return (
    <Frame
      title="Call off the booked visit?" says={`${visitWords(incident.visits.filter((visit) => visit.bookingId === bookingId), now)}.${told ? ' They were told that somebody comes: tell them what holds now (Z).' : ''}`}
      submit="Call it off" onSubmit={submit} onClose={onClose} refusal={reason.trim() === '' ? 'Say why, in a few words: this is read later.' : undefined}
    >
      <WordsField label="Why" required text={reason} onChange={setReason} />
    </Frame>
  );
}
