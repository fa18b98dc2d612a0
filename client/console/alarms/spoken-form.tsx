// Who was spoken to about an alarm, when, and what they said: on the incident's log. Whoever rang has it.
import { NativeSelect, TextInput } from '@mantine/core';
import { z } from 'zod';
import { ALARM_CAUSES } from '../../../shared/domain/alarm.ts';
import { ON_CALL_NAMES, ON_CALL_POSTS } from '../../../shared/domain/on-call.ts';
import { recordSpoken } from '../../../shared/protocol/alarms.ts';
import type { NightView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { InlineForm } from '../forms/inline-form.tsx';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';
import type { AlarmLine } from './alarm-list.ts';

const Draft = z.object({ post: z.enum(ON_CALL_POSTS).nullable(), name: z.string(), at: z.string(), said: z.string() });
const OTHER = 'Somebody else';

export function SpokenForm({ line: { alarm, incident, tail }, onCall, onClose }: { line: AlarmLine; onCall: NightView['onCall']; onClose: () => void }) {
  const now = useNow();
  const { send } = useSend();
  const first = onCall[0];
  const { draft, change, clear } = useFormDraft(`${alarm.id}.spoken`, Draft, { post: first?.post ?? null, name: first?.name ?? '', at: '', said: '' });
  const read = draft.at.trim() === '' ? null : readMoment(draft.at, now, 'past');
  const [name, said] = [draft.name.trim(), draft.said.trim()];
  const refusal = name === '' || said === '' ? 'Say who it was and what they said.' : read?.problem ?? undefined;
  const submit = async () => {
    if (await send(recordSpoken, { incidentId: incident.id, alarmId: alarm.id, post: draft.post, name, at: read?.at ?? null, said }) === null) return;
    clear();
    onClose();
    say(`Recorded on ${incident.ref}: ${name} was spoken to.`);
  };
  const choose = (value: string) => {
    const post = ON_CALL_POSTS.find((one) => one === value) ?? null;
    change({ post, name: onCall.find((one) => one.post === post)?.name ?? '' });
  };
  return (
    <InlineForm
      title={`Who was spoken to: ${tail} ${ALARM_CAUSES[alarm.cause].words}`} says={first === undefined ? 'Nobody is named on call tonight.' : onCall.map(({ post, name, phone }) => `${ON_CALL_NAMES[post]}: ${name}, ${phone}`).join(' · ')}
      submit="Record it" onSubmit={submit} onClose={onClose} refusal={refusal}
    >
      <FieldRow>
        <NativeSelect label="Who" data={[...ON_CALL_POSTS.map((value) => ({ value, label: ON_CALL_NAMES[value] })), { value: '', label: OTHER }]} value={draft.post ?? ''} onChange={({ currentTarget: { value } }) => choose(value)} />
        <TextInput label="Name" required value={draft.name} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ name: value })} />
        <MomentField label="When" text={draft.at} onChange={(at) => change({ at })} side="past" whenEmpty="now" />
      </FieldRow>
      <WordsField label="What they said" required text={draft.said} onChange={(said) => change({ said })} />
    </InlineForm>
  );
}
