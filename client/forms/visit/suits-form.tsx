// When it suits a family, in their words, and whether the legs come together: whoever books hears of it, and so does the planner.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { z } from 'zod';
import { ACTIVITIES, NEED_NAMES } from '../../../shared/domain/activity.ts';
import { orderOf, type LegsOrder } from '../../../shared/domain/family-window.ts';
import { sayWindow } from '../../../shared/protocol/planning.ts';
import { FieldRow } from '../../ui/field.tsx';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useNow } from '../../ui/use-now.tsx';
import { WordsField } from '../../ui/words-field.tsx';
import type { SharedFormProps } from '../form-way.ts';
import { suitsWords } from './visit-words.ts';

const Draft = z.object({ from: z.string(), until: z.string(), isDaily: z.boolean(), firstLegId: z.string(), least: z.string(), most: z.string(), said: z.string() });
const MOST_MINUTES = 720;

export function SuitsForm({ incident, taskId, onClose, way: { Frame, send } }: SharedFormProps & { taskId: string }) {
  const now = useNow();
  const task = incident.tasks.find(({ id }) => id === taskId);
  const legs = incident.legs.filter((leg) => leg.taskId === taskId).toSorted((a, b) => a.position - b.position);
  const standing = incident.windows.find((window) => window.taskId === taskId && window.endedAt === null);
  const stands = standing === undefined ? null : orderOf(standing);
  const { draft, change, clear } = useFormDraft(`${taskId}.suits`, Draft, {
    from: '', until: '', isDaily: standing?.isDaily ?? false, firstLegId: stands?.firstLegId ?? '', least: String(stands?.leastMinutes ?? 0), most: String(stands?.mostMinutes ?? 60), said: '',
  });
  const from = draft.from.trim() === '' ? null : readMoment(draft.from, now, 'future');
  // Of every day: the first such time after the beginning, over midnight too.
  const until = draft.until.trim() === '' ? null : readMoment(draft.until, draft.isDaily && from?.at != null ? new Date(from.at) : now, 'future');
  const [fromAt, untilAt] = [from?.at ?? null, until?.at ?? null];
  const order = orderSaid(draft);
  const refusal = from?.problem ?? until?.problem
    ?? (fromAt !== null && untilAt !== null && fromAt >= untilAt ? 'It ends before it begins.' : draft.isDaily && fromAt === null && untilAt === null ? 'Say from when or until when, every day.'
      : order === 'unclear' ? `Say how many minutes after it the other begins: from 0 to ${MOST_MINUTES}, the smaller first.` : draft.said.trim() === '' ? 'Write down why, as they said it.' : undefined);
  const submit = async () => {
    if (order === 'unclear' || await send(sayWindow, { taskId, fromAt, untilAt, isDaily: draft.isDaily, order, said: draft.said.trim() }) === null) return;
    clear();
    onClose();
  };
  return (
    <Frame
      title={`When ${task === undefined ? 'the visit' : ACTIVITIES[task.activity].name.toLowerCase()} suits them`} submit="Keep it" onSubmit={submit} onClose={onClose} refusal={refusal}
      says={`A visit begins within it, whoever books.${standing === undefined ? '' : ` Now: ${suitsWords(standing, now, legs)}, “${standing.said}”. This takes its place.`}`}
    >
      <FieldRow>
        <MomentField label="Not before" side="future" text={draft.from} onChange={(from) => change({ from })} whenEmpty="at any time" placeholder={draft.isDaily ? '15:15' : 'Mon 15:15'} />
        <MomentField label="Not after" side="future" text={draft.until} onChange={(until) => change({ until })} whenEmpty="no end" placeholder={draft.isDaily ? '19:00' : 'Mon 19:00'} />
      </FieldRow>
      <Checkbox label="Every day between these times" checked={draft.isDaily} onChange={({ currentTarget: { checked } }) => change({ isDaily: checked })} />
      {legs.length === 2 && (
        <FieldRow>
          <NativeSelect
            label="The two legs come" value={draft.firstLegId} onChange={({ currentTarget: { value } }) => change({ firstLegId: value })}
            data={[{ value: '', label: 'Together' }, ...legs.map(({ id, need }) => ({ value: id, label: `One after the other: ${NEED_NAMES[need]} first` }))]}
          />
          {draft.firstLegId !== '' && <TextInput label="The other begins, minutes after, at least" inputMode="numeric" value={draft.least} onChange={({ currentTarget: { value } }) => change({ least: value })} />}
          {draft.firstLegId !== '' && <TextInput label="And at most" inputMode="numeric" value={draft.most} onChange={({ currentTarget: { value } }) => change({ most: value })} />}
        </FieldRow>
      )}
      <WordsField label="Why, as they said it" required text={draft.said} onChange={(said) => change({ said })} placeholder="School out at 15:15; carer home after 18:00" />
    </Frame>
  );
}

function orderSaid({ firstLegId, least, most }: z.infer<typeof Draft>): LegsOrder | 'unclear' | null {
  if (firstLegId === '') return null;
  if (![least, most].every((text) => /^\d{1,3}$/.test(text.trim()))) return 'unclear';
  const [leastMinutes, mostMinutes] = [Number(least), Number(most)];
  return leastMinutes > mostMinutes || mostMinutes > MOST_MINUTES ? 'unclear' : { firstLegId, leastMinutes, mostMinutes };
}
