// Names who is on call for a night in one post, with the number to ring.
import { NativeSelect, TextInput } from '@mantine/core';
import { z } from 'zod';
import { ON_CALL_NAMES, ON_CALL_POSTS, type OnCallPost } from '../../../shared/domain/on-call.ts';
import { nightStart, nightLabel } from '../../../shared/domain/duty-night.ts';
import { instantOf } from '../../../shared/domain/instant.ts';
import { nameOnCall } from '../../../shared/protocol/alarms.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { dayText } from '../../ui/time-text.ts';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { InlineForm } from '../forms/inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';

const Draft = z.object({ night: z.string(), post: z.enum(ON_CALL_POSTS), name: z.string(), phone: z.string() });
const NIGHTS = 8;
const DAY_MS = 86_400_000;

/** Dates, so that no clock change is between them. */
const nightsFrom = (tonight: string): string[] => Array.from({ length: NIGHTS }, (_, index) => instantOf(Date.parse(`${tonight}T12:00:00Z`) + index * DAY_MS).slice(0, 10));

export function OnCallForm({ missing, onClose }: { missing: readonly OnCallPost[]; onClose: () => void }) {
  const { now, tonight } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft('on-call', Draft, { night: tonight, post: missing[0] ?? ON_CALL_POSTS[0], name: '', phone: '' });
  // A draft of a night that is over is one of tonight.
  const nights = nightsFrom(tonight);
  const night = nights.includes(draft.night) ? draft.night : tonight;
  const [name, phone] = [draft.name.trim(), draft.phone.trim()];
  const submit = async () => {
    if (await send(nameOnCall, { night, post: draft.post, name, phone }) === null) return;
    clear();
    onClose();
    say(`${ON_CALL_NAMES[draft.post]}, ${nightLabel(night)}: ${name}.`);
  };
  return (
    <InlineForm title="Who is on call" says="Whoever is named in that post already is replaced." submit="Name them" onSubmit={submit} onClose={onClose} refusal={name === '' || phone === '' ? 'Write a name and a number to ring.' : undefined}>
      <FieldRow>
        <NativeSelect label="Night" value={night} data={nights.map((value) => ({ value, label: value === tonight ? 'Tonight' : dayText(nightStart(value), now) }))} onChange={({ currentTarget: { value } }) => change({ night: value })} />
        <NativeSelect label="Post" value={draft.post} data={ON_CALL_POSTS.map((value) => ({ value, label: ON_CALL_NAMES[value] }))} onChange={({ currentTarget: { value } }) => change({ post: ON_CALL_POSTS.find((one) => one === value) ?? draft.post })} />
      </FieldRow>
      <FieldRow>
        <TextInput label="Name" required data-autofocus value={draft.name} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ name: value })} />
        <TextInput label="Number" required value={draft.phone} maxLength={200} autoComplete="off" placeholder="07700 900123" onChange={({ currentTarget: { value } }) => change({ phone: value })} />
      </FieldRow>
    </InlineForm>
  );
}
