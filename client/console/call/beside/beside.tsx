// What is known already, beside the console's call: added to what is open, linked with it, or said to be another.
import { refusalSentence } from '../../../../shared/domain/refusal.ts';
import { addCall } from '../../../../shared/protocol/call-lookups.ts';
import { raiseIncident } from '../../../../shared/protocol/incidents.ts';
import { Beside as Known } from '../../../beside/beside.tsx';
import { furtherWords } from '../../../beside/further-call.ts';
import { useCallDrafts } from '../../../live/call-drafts.tsx';
import { useSend } from '../../../live/send.ts';
import { say } from '../../../ui/toast.tsx';
import { useNow } from '../../../ui/use-now.tsx';
import { useBoard } from '../../board/board.tsx';
import { useConsole } from '../../console-state.tsx';
import { personInput } from '../../forms/person-draft.ts';
import { raiseInput, whyNotSave, type CallDraft } from '../call-draft.ts';

export interface BesideProps { draft: CallDraft; change: (part: Partial<CallDraft>) => void; draftId: string; /** Why nothing of it can be saved. */ stopped: string | undefined }

export function Beside({ draft, change, draftId, stopped }: BesideProps) {
  const { openIncident } = useConsole();
  const { saved } = useCallDrafts();
  const { onDuty } = useBoard();
  const { send } = useSend();
  const now = useNow();
  const names = draft.people.map(({ name }) => name);
  const address = { label: draft.place.text, lat: draft.place.point?.lat ?? null, lon: draft.place.point?.lon ?? null };
  const refusal = stopped ?? (onDuty ? whyNotSave(draft, onDuty, now) : refusalSentence({ code: 'not-on-duty' }));

  const addTo = async (incidentId: string) => {
    const input = raiseInput(draft, now);
    if (input === null) return;
    const { door, reportedAt, caller } = input;
    if (await send(addCall, { incidentId, door, reportedAt, caller, draftId, said: furtherWords({ words: draft.summary, names, place: draft.place.text }) }) === null) return;
    saved();
    openIncident(incidentId);
    say('Added as a further call. Assess it afresh if there was news (A).');
  };
  const link = async (sameAsId: string) => {
    const input = raiseInput(draft, now);
    if (input === null || await send(raiseIncident, { ...input, draftId, alike: { sameAsId, otherThanIds: draft.otherThanIds } }) === null) return;
    saved();
    openIncident(sameAsId);
    say('Saved, and linked as the same. A Grade 1 or 2 that nobody has attended waits for a supervisor to agree.');
  };
  return (
    <Known
      callId={draftId} now={now} soFar={{ number: draft.caller.phone, address, people: draft.people.map(personInput).map(({ name, bornOn, approximateAge }) => ({ name: name ?? '', bornOn, approximateAge })), words: draft.summary }} otherThanIds={draft.otherThanIds}
      onOpen={openIncident} onAddTo={addTo} whyNotAdd={refusal} onLink={link} whyNotLink={refusal} onAnother={(id) => change({ otherThanIds: [...draft.otherThanIds, id] })}
    />
  );
}
