// Ends an incident: nothing further, cancelled, the same as another, or passed on; and what the caller was told.
import { z } from 'zod';
import { endingIsDowngrade } from '../../../shared/domain/grade.ts';
import { ENDING_NAMES } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { askSecond, endIncident } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { ComboboxSearch } from '../../ui/combobox-search.tsx';
import { say } from '../../ui/toast.tsx';
import { someoneTookIt } from '../../../shared/domain/lead.ts';
import { whyNotAskSecond, whyNotEnd, whyNotUntold } from '../board/asked.ts';
import { fileOf } from '../board/file-of.ts';
import { useBoard } from '../board/board.tsx';
import { matchesIncident } from '../find/match.ts';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { NOT_TAKEN, takenAtOf, TakenDraft, TakenFields, whyNotTaken } from '../../forms/owed/passed-on-fields.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const ENDINGS = ['settled', 'passed-on', 'duplicate', 'cancelled'] as const;
const Draft = z.object({ ending: z.enum(ENDINGS).nullable(), reason: z.string(), callerTold: z.string(), duplicateOfId: z.string().nullable(), taken: TakenDraft });
const REASON_LABELS = { settled: 'Because', 'passed-on': 'Why it is not ours', duplicate: 'How you know', cancelled: 'Why' } as const;

export function EndForm({ incident, onClose }: FormProps) {
  const { items, incidents, me, now } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.end`, Draft, { ending: null, reason: '', callerTold: '', duplicateOfId: null, taken: NOT_TAKEN });
  const { ending } = draft;
  const duplicateOfId = ending === 'duplicate' ? draft.duplicateOfId : null;
  const other = duplicateOfId === null ? undefined : incidents.get(duplicateOfId);
  const reason = draft.reason.trim();
  const asker = { staffId: me.staffId, now };
  const needsSecond = endingIsDowngrade(incident);
  const callerTold = draft.callerTold.trim() || null;
  const file = fileOf(incident);
  const asksTaker = ending === 'passed-on' && !someoneTookIt(file);
  const takenAt = takenAtOf(draft.taken, now);
  const passedOn = asksTaker && takenAt !== null ? { leader: draft.taken.leader, takenBy: draft.taken.takenBy.trim(), at: takenAt, reference: draft.taken.reference.trim() || null } : null;
  const untold = ending === null ? undefined : whyNotUntold(incident, ending, callerTold);

  const refusal = ending === null ? whyNotEnd(incident, { ending: 'settled', duplicateOfId: null }, asker) ?? 'Choose how it ends.'
    : whyNotEnd(incident, { ending, duplicateOfId }, asker)
      ?? (needsSecond ? whyNotAskSecond(incident, { kind: 'end', ending, duplicateOfId, callerToldId: 'given', passedOn: null }, asker) : undefined)
      ?? (ending === 'duplicate' && duplicateOfId === null ? 'Find the incident that it is the same as.' : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined)
      ?? (asksTaker ? whyNotTaken(draft.taken, now) : undefined) ?? untold;
  const submit = async () => {
    if (ending === null) return;
    const done = needsSecond
      ? await send(askSecond, { incidentId: incident.id, action: { kind: 'end', ending, duplicateOfId, callerTold, passedOn }, rationale: reason })
      : await send(endIncident, { incidentId: incident.id, expectedVersion: incident.version, ending, reason, callerTold, duplicateOfId, passedOn });
    if (done === null) return;
    clear();
    onClose();
    say(needsSecond ? `A second person has been asked. Until then ${incident.ref} stays open.` : `${incident.ref} is closed.`);
  };
  const search = async (text: string) => items.filter(({ id, incident: one }) => id !== incident.id && matchesIncident(one, text)).slice(0, 8)
    .map(({ id, tail, district, incident: { summary } }) => ({ id, label: `${tail} ${district}`, detail: summary }));
  return (
    <InlineForm
      title="End the incident" onSubmit={submit} onClose={onClose} refusal={refusal} danger={!needsSecond}
      says={needsSecond ? `Nobody has been there, and it is Grade ${incident.grade}: a second person must agree before it ends.` : 'Whoever was sent and is not there yet is freed with it.'}
      submit={needsSecond ? 'Ask a second person to end it' : 'End it'}
    >
      <Choices label="How it ends" value={ending} onChoose={(ending) => change({ ending })} choices={ENDINGS.map((value, index) => ({ value, name: ENDING_NAMES[value], label: ENDING_NAMES[value], keys: String(index + 1) }))} />
      {ending === 'duplicate' && <ComboboxSearch label={other === undefined ? 'The other incident' : `The same as ${other.ref}`} search={search} minLength={1} afterPick="show" placeholder="0051, a place, a name" onPick={({ id }) => change({ duplicateOfId: id })} />}
      {asksTaker && <TakenFields draft={draft.taken} onChange={(part) => change({ taken: { ...draft.taken, ...part } })} />}
      {ending !== null && <WordsField label={REASON_LABELS[ending]} required text={draft.reason} onChange={(reason) => change({ reason })} />}
      {ending !== null && <WordsField label="What the caller was told: who is coming, and who is not" required={untold !== undefined} text={draft.callerTold} onChange={(callerTold) => change({ callerTold })} />}
    </InlineForm>
  );
}
