// How an SOS ends: what became of it, who was spoken to, and what they said. Nothing else takes it off the screens.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { SOS_ENDING_NAMES, SOS_ENDINGS } from '../../../shared/domain/sos.ts';
import { endSos } from '../../../shared/protocol/sos.ts';
import type { SosView } from '../../../shared/protocol/sos-view.ts';
import { Choices } from '../../ui/choices.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';
import type { FormWay } from '../form-way.ts';

const Draft = z.object({ ending: z.enum(SOS_ENDINGS).nullable(), spokenWith: z.string(), said: z.string() });

export function EndSosForm({ sos, onClose, way: { Frame, send } }: { sos: SosView; onClose: () => void; way: FormWay }) {
  const { draft, change, clear } = useFormDraft(`${sos.id}.end`, Draft, { ending: null, spokenWith: '', said: '' });
  const [ending, spokenWith, said] = [draft.ending, draft.spokenWith.trim(), draft.said.trim()];
  const refusal = ending === null ? 'Choose what became of it.' : spokenWith === '' ? 'Write the name of whoever you spoke to.' : said === '' ? 'Write what they said.' : undefined;
  const submit = async () => {
    if (ending === null || await send(endSos, { sosId: sos.id, ending, spokenWith, said }) === null) return;
    clear();
    onClose();
  };
  return (
    <Frame title={`End the SOS of ${sos.name}`} says="Speak to them yourself, or to somebody who is with them. Your name stands beside what they say." submit="End the SOS" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices label="What became of it" value={ending} onChoose={(next) => change({ ending: next })} choices={SOS_ENDINGS.map((value, index) => ({ value, name: SOS_ENDING_NAMES[value], label: SOS_ENDING_NAMES[value], keys: String(index + 1) }))} />
      <TextInput label="Who was spoken to: name" required value={draft.spokenWith} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ spokenWith: value })} />
      <WordsField label="What they said" required text={draft.said} onChange={(next) => change({ said: next })} />
    </Frame>
  );
}
