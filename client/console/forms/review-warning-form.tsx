// A staff-safety warning was looked at again and stands: why, and until when.
import { z } from 'zod';
import { WARNING_NAMES } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { reviewWarning } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { DayField } from '../../ui/day-field.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { noonOf, readDay } from '../../ui/local-day.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ reason: z.string(), reviewOn: z.string() });

export function ReviewWarningForm({ incident, onClose, warningId }: FormProps & { warningId: string }) {
  const { now } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${warningId}.review`, Draft, { reason: '', reviewOn: '' });
  const warning = incident.warnings.find(({ id }) => id === warningId);
  const reason = draft.reason.trim();
  const reviewOn = readDay(draft.reviewOn);
  const reviewAt = reviewOn === null ? null : noonOf(reviewOn);
  const refusal = reason === '' ? 'Say what the review rests on.' : reviewAt === null ? 'Say when it is to be looked at again.' : reviewAt <= now.toISOString() ? refusalSentence({ code: 'window-impossible' }) : undefined;
  const submit = async () => {
    if (reviewAt === null || await send(reviewWarning, { incidentId: incident.id, warningId, reason, reviewAt }) === null) return;
    clear();
    onClose();
    say('The warning is reviewed, and stands.');
  };
  return (
    <InlineForm title={`Review: ${warning === undefined ? 'the warning' : WARNING_NAMES[warning.kind]}`} says="It stays in force, with a new date." submit="It still stands" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <WordsField label="What the review rests on" required text={draft.reason} onChange={(reason) => change({ reason })} />
      <DayField label="Review by" required text={draft.reviewOn} onChange={(reviewOn) => change({ reviewOn })} placeholder="12 Mar 2027" />
    </InlineForm>
  );
}
