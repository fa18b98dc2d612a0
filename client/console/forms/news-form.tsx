// News on a closed incident: noted and nothing more, or it belongs to another. Opening it again (U) decides it too.
import { z } from 'zod';
import { NEWS_NAMES } from '../../../shared/domain/closed-news.ts';
import { decideNews } from '../../../shared/protocol/owed.ts';
import { useSend } from '../../live/send.ts';
import { ComboboxSearch } from '../../ui/combobox-search.tsx';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import { matchesIncident } from '../find/match.ts';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ decision: z.enum(['noted', 'linked']), reason: z.string(), linkedToId: z.string().nullable() });
const NAMES = { noted: 'Noted, nothing more', linked: 'It belongs to another incident' } as const;

export function NewsForm({ incident, onClose }: FormProps) {
  const { items, incidents } = useBoard();
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.news`, Draft, { decision: 'noted', reason: '', linkedToId: null });
  const news = incident.news.find(({ decision }) => decision === null);
  const linkedToId = draft.decision === 'linked' ? draft.linkedToId : null;
  const other = linkedToId === null ? undefined : incidents.get(linkedToId);
  const reason = draft.reason.trim();
  const submit = async () => {
    if (news === undefined || await send(decideNews, { incidentId: incident.id, newsId: news.id, decision: draft.decision, reason, linkedToId }) === null) return;
    clear();
    onClose();
    say(`The news on ${incident.ref} is decided.`);
  };
  const search = async (text: string) => items.filter(({ id, incident: one }) => id !== incident.id && matchesIncident(one, text)).slice(0, 8)
    .map(({ id, tail, district, incident: { summary } }) => ({ id, label: `${tail} ${district}`, detail: summary }));
  const refusal = news === undefined ? 'This has been decided already.' : draft.decision === 'linked' && linkedToId === null ? 'Find the incident that it belongs to.' : reason === '' ? 'Say why, in a few words: this is read later.' : undefined;
  return (
    <InlineForm title={news === undefined ? 'News' : `News on a closed incident: ${NEWS_NAMES[news.kind]}`} says="Read it in the log first. If it is not over, open it again (U) instead." submit="Decide" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices label="What follows" value={draft.decision} onChoose={(decision) => change({ decision })} choices={(['noted', 'linked'] as const).map((value, index) => ({ value, name: NAMES[value], label: NAMES[value], keys: String(index + 1) }))} />
      {draft.decision === 'linked' && <ComboboxSearch label={other === undefined ? 'The other incident' : `It belongs to ${other.ref}`} search={search} minLength={1} afterPick="show" placeholder="0051, a place, a name" onPick={({ id }) => change({ linkedToId: id })} />}
      <WordsField label="Why" required text={draft.reason} onChange={(reason) => change({ reason })} />
    </InlineForm>
  );
}
