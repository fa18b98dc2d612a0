// Corrects what was written down; what it said before stays on the log. Possible on a closed incident too.
import { z } from 'zod';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { correctIncident } from '../../../shared/protocol/incidents.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { usePinOnMap } from '../map/use-pin-on-map.ts';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { locationInput, PlaceDraft, placeDraftOf } from '../../forms/place/place-draft.ts';
import { PlaceFields } from '../../forms/place/place-fields.tsx';
import { RiskDraft } from '../../forms/risk/risk-draft.ts';
import { FlagFields } from '../../forms/risk/risk-fields.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ summary: z.string(), place: PlaceDraft, risk: RiskDraft, reason: z.string() });
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function CorrectForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  const pin = usePinOnMap();
  const before = { summary: incident.summary, place: placeDraftOf(incident.location), risk: { flags: incident.flags, missingRisk: incident.missingRisk, answers: incident.answers }, reason: '' };
  const { draft, change, clear } = useFormDraft(`${incident.id}.correct`, Draft, before);
  const reason = draft.reason.trim();
  const location = isSame(draft.place, before.place) ? null : locationInput(draft.place);
  const changes = {
    ...(draft.summary.trim() === incident.summary || draft.summary.trim() === '' ? {} : { summary: draft.summary.trim() }),
    ...(location === null ? {} : { location }),
    ...(isSame(draft.risk.flags, incident.flags) ? {} : { flags: draft.risk.flags }),
    ...(draft.risk.missingRisk === incident.missingRisk ? {} : { missingRisk: draft.risk.missingRisk }),
  };
  const refusal = Object.keys(changes).length === 0 ? 'Nothing has been changed yet.' : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const submit = async () => {
    if (await send(correctIncident, { incidentId: incident.id, expectedVersion: incident.version, ...changes, reason }) === null) return;
    clear();
    onClose();
    say(`${incident.ref} corrected. What it said before stays on its log.`);
  };
  return (
    <InlineForm title="Correct what was written down" says="For what was wrong. New information has a form of its own (I), which assesses again." submit="Correct it" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <WordsField label="What is happening" text={draft.summary} onChange={(summary) => change({ summary })} minRows={3} />
      <PlaceFields pin={pin} draft={draft.place} onChange={(part) => change({ place: { ...draft.place, ...part } })} />
      <FlagFields draft={draft.risk} onChange={(part) => change({ risk: { ...draft.risk, ...part } })} />
      <WordsField label="Why" required text={draft.reason} onChange={(reason) => change({ reason })} />
    </InlineForm>
  );
}
