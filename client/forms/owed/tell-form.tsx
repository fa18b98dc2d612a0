// What the caller is told now: it takes the place of what they were told about the same before, and has a clock of its own.
import { tellCaller } from '../../../shared/protocol/owed.ts';
import { useNow } from '../../ui/use-now.tsx';
import type { SharedFormProps } from '../form-way.ts';
import { NOTHING_TOLD, ToldDraft, toldOf, whyNotTold } from './told-draft.ts';
import { ToldFields } from './told-fields.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';

export function TellForm({ incident, onClose, way: { Frame, send } }: SharedFormProps) {
  const now = useNow();
  const { draft, change, clear } = useFormDraft(`${incident.id}.tell`, ToldDraft, NOTHING_TOLD);
  const told = toldOf(draft, now);
  const submit = async () => {
    if (told === null || await send(tellCaller, { incidentId: incident.id, ...told }) === null) return;
    clear();
    onClose();
  };
  return (
    <Frame title="What the caller is told" says="A promise: it is asked for again when its time comes, or the grade changes." submit="They were told" onSubmit={submit} onClose={onClose} refusal={draft.kind === null ? 'Choose what they were told.' : whyNotTold(draft, now)}>
      <ToldFields draft={draft} onChange={change} keys />
    </Frame>
  );
}
