// What is known already, beside the desk's call: added to what is open, linked with it, or said to be another.
import { useState } from 'react';
import { addCall } from '../../../shared/protocol/call-lookups.ts';
import { raiseIncident } from '../../../shared/protocol/incidents.ts';
import { Beside } from '../../beside/beside.tsx';
import { furtherWords } from '../../beside/further-call.ts';
import { useServerNow } from '../../live/live-store.tsx';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { useOpened } from '../opened.tsx';
import type { CallForm } from './call-draft.ts';
import { ageOf, raiseInput } from './call-input.ts';

export function DeskBeside({ call, change, clear, refusal }: CallForm & { refusal: string | undefined }) {
  const serverNow = useServerNow();
  const now = useNow();
  const { send } = useSend();
  const { open } = useOpened();
  const [callId] = useState(() => crypto.randomUUID());
  const names = call.people.map(({ name }) => name);
  const address = { label: call.place || call.pin?.name || '', lat: call.pin?.lat ?? null, lon: call.pin?.lon ?? null };

  const addTo = async (incidentId: string) => {
    const { door, reportedAt, caller } = raiseInput(call, serverNow());
    if (await send(addCall, { incidentId, door, reportedAt, caller, said: furtherWords({ words: call.summary, names, place: address.label }) }) === null) return;
    clear();
    say('Added as a further call. The clock still runs from the first report.');
    open({ kind: 'incident', id: incidentId });
  };
  const link = async (sameAsId: string) => {
    const done = await send(raiseIncident, { ...raiseInput(call, serverNow()), alike: { sameAsId, otherThanIds: call.otherThanIds } });
    if (done === null) return;
    clear();
    say('Saved, and linked as the same. A Grade 1 or 2 that nobody has attended waits for a supervisor to agree.');
    open({ kind: 'incident', id: sameAsId });
  };
  return (
    <Beside
      callId={callId} now={now} soFar={{ number: call.callerPhone, address, people: call.people.map(({ name, age }) => ({ name, bornOn: null, approximateAge: ageOf(age) })), words: call.summary }} otherThanIds={call.otherThanIds}
      onOpen={(id) => open({ kind: 'incident', id })} onAddTo={addTo} whyNotAdd={refusal} onLink={link} whyNotLink={refusal}
      onAnother={(id) => change({ otherThanIds: [...call.otherThanIds, id] })}
    />
  );
}
