// Letting somebody work who is not rested, or who has worked the longest duty: who, until when, and why.
import { NativeSelect, Textarea } from '@mantine/core';
import { z } from 'zod';
import { allowWork } from '../../shared/protocol/duties.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { FieldActions, FieldGroup } from '../ui/field.tsx';
import { readMoment } from '../ui/local-moment.ts';
import { MomentField } from '../ui/moment-field.tsx';
import { say } from '../ui/toast.tsx';
import { useFormDraft } from '../ui/use-form-draft.ts';
import { useNow } from '../ui/use-now.tsx';
import { useRosterSend, useRosterStaff } from './use-roster.ts';

const Draft = z.object({ staffId: z.string(), until: z.string(), reason: z.string() });

export function AllowWork({ onClose }: { onClose: () => void }) {
  const now = useNow();
  const send = useRosterSend();
  const { data: staff } = useRosterStaff();
  const { draft, change, clear } = useFormDraft('roster.allow', Draft, { staffId: '', until: '', reason: '' });
  const read = draft.until.trim() === '' ? null : readMoment(draft.until, now, 'future');
  const refusal = draft.staffId === '' ? 'Choose who.' : read === null || read.at === null ? 'Say until when.' : draft.reason.trim() === '' ? 'Say why, in a few words: this is read later.' : undefined;
  const allow = async () => {
    if (read === null || read.at === null) return;
    if (await send(allowWork, { staffId: draft.staffId, until: read.at, reason: draft.reason.trim() }) === null) return;
    say('They can book on now.', 'Your name and the reason are on the log.');
    clear();
    onClose();
  };
  return (
    <FieldGroup name="Let somebody work unrested" hint="Until then they can book on before their rest is over, or go on after the longest duty. Never for yourself.">
      <NativeSelect label="Who" value={draft.staffId} data={[{ value: '', label: 'Choose somebody' }, ...(staff ?? []).map(({ staffId, name }) => ({ value: staffId, label: name }))]} onChange={({ currentTarget }) => change({ staffId: currentTarget.value })} />
      <MomentField label="Until" text={draft.until} onChange={(until) => change({ until })} side="future" required whenEmpty="Within the next 24 hours" placeholder="02:00" />
      <Textarea label="Why" value={draft.reason} onChange={({ currentTarget }) => change({ reason: currentTarget.value })} autosize minRows={2} maxLength={4000} />
      <FieldActions>
        <ActionButton label="Let them work" tone="primary" keys="Mod+Enter" refusal={refusal} onAct={allow} />
        <ActionButton label="Not now" tone="quiet" onAct={onClose} />
      </FieldActions>
    </FieldGroup>
  );
}
