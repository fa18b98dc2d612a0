// When it suits a family, in their words: whoever books hears of it, and so does the planner.
import { z } from 'zod';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { sayWindow } from '../../../shared/protocol/planning.ts';
import { FieldRow } from '../../ui/field.tsx';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useNow } from '../../ui/use-now.tsx';
import { WordsField } from '../../ui/words-field.tsx';
import type { SharedFormProps } from '../form-way.ts';
import { suitsWords } from './visit-words.ts';

const Draft = z.object({ from: z.string(), until: z.string(), said: z.string() });

export function SuitsForm({ incident, taskId, onClose, way: { Frame, send } }: SharedFormProps & { taskId: string }) {
  const now = useNow();
  const task = incident.tasks.find(({ id }) => id === taskId);
  const standing = incident.windows.find((window) => window.taskId === taskId && window.endedAt === null);
  const { draft, change, clear } = useFormDraft(`${taskId}.suits`, Draft, { from: '', until: '', said: '' });
  const [from, until] = [draft.from, draft.until].map((text) => (text.trim() === '' ? null : readMoment(text, now, 'future')));
  const [fromAt, untilAt] = [from?.at ?? null, until?.at ?? null];
  const refusal = from?.problem ?? until?.problem
    ?? (fromAt !== null && untilAt !== null && fromAt >= untilAt ? 'It ends before it begins.' : draft.said.trim() === '' ? 'Write down why, as they said it.' : undefined);
  const submit = async () => {
    if (await send(sayWindow, { taskId, fromAt, untilAt, said: draft.said.trim() }) === null) return;
    clear();
    onClose();
  };
  return (
    <Frame
      title={`When ${task === undefined ? 'the visit' : ACTIVITIES[task.activity].name.toLowerCase()} suits them`} submit="Keep it" onSubmit={submit} onClose={onClose} refusal={refusal}
      says={`A visit begins within it, whoever books.${standing === undefined ? '' : ` Now: ${suitsWords(standing, now)}, “${standing.said}”. This takes its place.`}`}
    >
      <FieldRow>
        <MomentField label="Not before" side="future" text={draft.from} onChange={(from) => change({ from })} whenEmpty="at any time" placeholder="Mon 15:15" />
        <MomentField label="Not after" side="future" text={draft.until} onChange={(until) => change({ until })} whenEmpty="no end" placeholder="Mon 19:00" />
      </FieldRow>
      <WordsField label="Why, as they said it" required text={draft.said} onChange={(said) => change({ said })} placeholder="School out at 15:15; carer home after 18:00" />
    </Frame>
  );
}
