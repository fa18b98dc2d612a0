// What is known already, beside a call as it is typed: added to what is open, linked with it, or said to be another.
import { addCall } from '../../../shared/protocol/call-lookups.ts';
import { raiseIncident } from '../../../shared/protocol/incidents.ts';
import { Beside } from '../../beside/beside.tsx';
import { furtherWords } from '../../beside/further-call.ts';
import { useCallDrafts } from '../../live/call-drafts.tsx';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { personInput } from '../person/person-draft.ts';
import { raiseInput, type CallDraft } from './call-draft.ts';

export interface CallBesideProps {
  draft: CallDraft;
  change: (part: Partial<CallDraft>) => void;
  draftId: string;
  /** Why it cannot be saved yet, in whichever way. */
  refusal: string | undefined;
  onOpen: (incidentId: string) => void;
}

export function CallBeside({ draft, change, draftId, refusal, onOpen }: CallBesideProps) {
  const { saving } = useCallDrafts();
  const { send } = useSend();
  const now = useNow();
  const names = draft.people.map(({ name }) => name);
  const people = draft.people.map(personInput).map(({ name, bornOn, approximateAge }) => ({ name: name ?? '', bornOn, approximateAge }));
  const address = { label: draft.place.text, lat: draft.place.point?.lat ?? null, lon: draft.place.point?.lon ?? null };

  const addTo = async (incidentId: string) => {
    const input = raiseInput(draft, now);
    if (input === null) return;
    const { door, reportedAt, caller, told } = input;
    const said = furtherWords({ words: draft.summary, names, place: draft.place.text });
    if (await saving(() => send(addCall, { incidentId, door, reportedAt, caller, told, draftId, said })) === null) return;
    onOpen(incidentId);
    say('Added as a further call. A fresh assessment of the incident is asked for; its clock still runs from the first report.');
  };
  const link = async (sameAsId: string) => {
    const input = raiseInput(draft, now);
    if (input === null || await saving(() => send(raiseIncident, { ...input, draftId, alike: { sameAsId, otherThanIds: draft.otherThanIds } })) === null) return;
    onOpen(sameAsId);
    say('Saved, and linked as the same. A Grade 1 or 2 that nobody has attended waits for a supervisor to agree.');
  };
  return (
    <Beside
      callId={draftId} now={now} soFar={{ number: draft.caller.phone, address, people, words: draft.summary }} otherThanIds={draft.otherThanIds}
      onOpen={onOpen} onAddTo={addTo} whyNotAdd={refusal} onLink={link} whyNotLink={refusal} onAnother={(id) => change({ otherThanIds: [...draft.otherThanIds, id] })}
    />
  );
}
