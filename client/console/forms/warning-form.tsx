// Records a staff-safety warning: what, what it rests on, and when it is looked at again. Whoever records it approves it.
import { NativeSelect } from '@mantine/core';
import { z } from 'zod';
import { WARNING_KINDS, WARNING_NAMES } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { recordWarning } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { DayField } from '../../ui/day-field.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { noonOf, readDay } from '../../ui/local-day.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ kind: z.enum(WARNING_KINDS).nullable(), source: z.string(), reviewOn: z.string() });
const CHOICES = [{ value: '', label: 'Choose' }, ...WARNING_KINDS.map((value) => ({ value, label: WARNING_NAMES[value] }))];

export function WarningForm({ incident, onClose }: FormProps) {
  const { now } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.warning`, Draft, { kind: null, source: '', reviewOn: '' });
  const { kind } = draft;
  const source = draft.source.trim();
  const reviewOn = readDay(draft.reviewOn);
  const reviewAt = reviewOn === null ? null : noonOf(reviewOn);
  const refusal = kind === null ? 'Choose what to beware of.' : source === '' ? 'Say which recorded incident it rests on.'
    : reviewAt === null ? 'Say when it is to be looked at again.' : reviewAt <= now.toISOString() ? refusalSentence({ code: 'window-impossible' }) : undefined;
  const submit = async () => {
    if (kind === null || reviewAt === null || await send(recordWarning, { incidentId: incident.id, kind, source, reviewAt }) === null) return;
    clear();
    onClose();
    say(`Warning recorded: ${WARNING_NAMES[kind].toLowerCase()}.`, 'Whoever is on the way sees it now.');
  };
  return (
    <InlineForm title="Staff-safety warning" says="You approve it by recording it. Past its review date it asks for review; it does not vanish." submit="Record the warning" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <FieldRow>
        <NativeSelect label="Beware of" required data={CHOICES} value={kind ?? ''} onChange={({ currentTarget: { value } }) => change({ kind: WARNING_KINDS.find((one) => one === value) ?? null })} />
        <DayField label="Review by" required text={draft.reviewOn} onChange={(reviewOn) => change({ reviewOn })} placeholder="12 Mar 2027" />
      </FieldRow>
      <WordsField label="The recorded incident that it rests on" required text={draft.source} onChange={(source) => change({ source })} />
    </InlineForm>
  );
}
