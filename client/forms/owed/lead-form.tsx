// Who leads: named with the ground, taken by a named person, disputed, answered. Which of these it is follows from how it stands.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { GROUND_NAMES, GROUNDS, isDisputed, LEADER_NAMES, LEADERS } from '../../../shared/domain/lead.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { answerDispute, disputeLead, nameLead, takeLead } from '../../../shared/protocol/owed.ts';
import { useNow } from '../../ui/use-now.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { SharedFormProps } from '../form-way.ts';
import { NOT_TAKEN, takenAtOf, TakenDraft, TakenFields } from './passed-on-fields.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const DOES = ['taken', 'dispute', 'theirs', 'ours', 'name'] as const;
const Draft = z.object({ does: z.enum(DOES).nullable(), leader: z.enum(LEADERS).nullable(), ground: z.enum(GROUNDS).nullable(), taken: TakenDraft, with: z.string(), reason: z.string() });
const EMPTY: z.infer<typeof Draft> = { does: null, leader: null, ground: null, taken: NOT_TAKEN, with: '', reason: '' };
const DOES_NAMES = { taken: 'Somebody there has taken it', dispute: 'Dispute who leads', theirs: 'They answered: they lead', ours: 'They answered: it stays ours', name: 'Somebody else leads' } as const;

export function LeadForm({ incident, onClose, way: { Frame, send } }: SharedFormProps) {
  const now = useNow();
  const { draft, change, clear } = useFormDraft(`${incident.id}.lead`, Draft, EMPTY);
  const lead = incident.leads.find(({ endedAt }) => endedAt === null);
  const possible = lead === undefined ? [] : isDisputed(lead) ? (['theirs', 'ours'] as const) : lead.takenAt === null ? (['taken', 'dispute', 'name'] as const) : (['dispute', 'name'] as const);
  const does = lead === undefined ? 'name' : possible.find((one) => one === draft.does) ?? null;
  const takenAt = takenAtOf(draft.taken, now);
  const [by, withWhom, reason, reference] = [draft.taken.takenBy.trim(), draft.with.trim(), draft.reason.trim(), draft.taken.reference.trim() || null];
  const incidentId = incident.id;

  const why = (): string | undefined => {
    switch (does) {
      case null: return 'Choose what has happened.';
      case 'name': return draft.leader === null ? 'Choose who leads.' : draft.ground === null ? 'Choose the ground.'
        : draft.leader === 'police' && draft.ground === 'none' ? refusalSentence({ code: 'police-need-ground' }) : takenAt === null ? 'Write when they took it.' : undefined;
      case 'taken': return by === '' ? 'Write who took it.' : takenAt === null ? 'Write when they took it.' : undefined;
      default: return withWhom === '' ? 'Write the name of whoever you spoke with.' : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
    }
  };
  const act = () => {
    const leadId = lead?.id ?? '';
    switch (does) {
      case 'taken': return takenAt === null ? null : send(takeLead, { incidentId, leadId, by, at: takenAt, reference });
      case 'dispute': return send(disputeLead, { incidentId, leadId, with: withWhom, reason });
      case 'theirs': case 'ours': return send(answerDispute, { incidentId, leadId, answeredBy: withWhom, outcome: does, reason });
      default: return draft.leader === null || draft.ground === null || takenAt === null ? null : send(nameLead, {
        incidentId, leader: draft.leader, ground: draft.ground, taken: by === '' ? null : { by, at: takenAt, reference },
      });
    }
  };
  const submit = async () => {
    if (await act() === null) return;
    clear();
    onClose();
  };
  const talks = does === 'dispute' || does === 'theirs' || does === 'ours';
  return (
    <Frame title="Who leads" says={lead === undefined ? 'It is ours until a named person of another organisation has taken it.' : `Asked to lead: ${LEADER_NAMES[lead.leader]}, on the ground of ${GROUND_NAMES[lead.ground]}${lead.taker === null ? '; ours until somebody takes it' : `; taken by ${lead.taker}`}.`} submit="Record it" onSubmit={submit} onClose={onClose} refusal={why()}>
      {possible.length > 0 && <Choices label="What has happened" value={does} onChoose={(next) => change({ does: next })} choices={possible.map((value, index) => ({ value, name: DOES_NAMES[value], label: DOES_NAMES[value], keys: String(index + 1) }))} />}
      {does === 'name' && <Choices label="Who leads" value={draft.leader} onChoose={(leader) => change({ leader })} choices={LEADERS.map((value) => ({ value, name: LEADER_NAMES[value], label: LEADER_NAMES[value] }))} />}
      {does === 'name' && <Choices label="On which ground" value={draft.ground} onChoose={(ground) => change({ ground })} choices={GROUNDS.map((value) => ({ value, name: GROUND_NAMES[value], label: GROUND_NAMES[value] }))} />}
      {(does === 'taken' || does === 'name') && <TakenFields withLeader={false} required={does === 'taken'} draft={draft.taken} onChange={(part) => change({ taken: { ...draft.taken, ...part } })} />}
      {talks && <TextInput label={does === 'dispute' ? 'With whom: name and role' : 'Answered by: name and role'} required value={draft.with} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ with: value })} />}
      {talks && <WordsField label="Why" required text={draft.reason} onChange={(reason) => change({ reason })} />}
    </Frame>
  );
}
