// Says more of somebody named on the incident, or corrects it: what was said before is kept, with who said it and when.
import { NativeSelect, TextInput } from '@mantine/core';
import { z } from 'zod';
import { describePerson } from '../../../shared/protocol/people.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { PersonDraft, personInput, whyNotPerson } from '../../forms/person/person-draft.ts';
import { PersonFields } from '../../forms/person/person-fields.tsx';
import { MoreDraft, moreDraftOf, moreOf, whyNotMore } from '../../forms/person/person-more-draft.ts';
import { PersonMoreFields } from '../../forms/person/person-more-fields.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';

type Person = IncidentView['people'][number];
/** `factsId`: the version that was corrected; another one since then is told, and not written over. */
const Draft = z.object({ factsId: z.string().nullable(), person: PersonDraft, more: MoreDraft, reason: z.string() });

export function DescribeForm({ incident, personId, onPerson, onClose }: FormProps & { personId: string; onPerson: (personId: string) => void }) {
  const person = incident.people.find((one) => one.personId === personId) ?? incident.people[0];
  if (person === undefined) return null;
  return <Describe key={person.personId} incident={incident} person={person} onPerson={onPerson} onClose={onClose} />;
}

function Describe({ incident, person, onPerson, onClose }: FormProps & { person: Person; onPerson: (personId: string) => void }) {
  const { send } = useSend();
  const now = useNow();
  const { name, bornOn, approximateAge } = person.said;
  const before = {
    factsId: person.factsId, more: moreDraftOf(person.more), reason: '',
    person: {
      name: name ?? '', relation: person.relation, bornOn: bornOn ?? '', age: approximateAge === null || approximateAge < 0 ? '' : String(approximateAge), isChild: person.isChild, unborn: approximateAge === -1, more: null,
    },
  };
  const { draft, change, clear, touched } = useFormDraft(`${person.personId}.describe`, Draft, before);
  const refusal = !touched ? 'Nothing has been changed yet.' : whyNotPerson(draft.person) ?? whyNotMore(draft.more);
  const submit = async () => {
    const more = moreOf(draft.more, person.more, now.toISOString());
    const done = await send(describePerson, { incidentId: incident.id, personId: person.personId, expectedFactsId: draft.factsId, person: { ...personInput(draft.person), more }, reason: draft.reason.trim() || null });
    if (done === null) return;
    clear();
    onClose();
    say(`What is known of ${draft.person.name.trim() || 'them'} is kept.`, 'What was said before stays readable.');
  };
  return (
    <InlineForm title={`What is known of ${person.name}`} says="Nothing here is needed, and what was said before is kept." submit="Keep it" onSubmit={submit} onClose={onClose} refusal={refusal}>
      {incident.people.length > 1 && <NativeSelect label="About" data={incident.people.map((one) => ({ value: one.personId, label: one.name }))} value={person.personId} onChange={({ currentTarget: { value } }) => onPerson(value)} />}
      <PersonFields person={draft.person} onChange={(part) => change({ person: { ...draft.person, ...part } })} />
      <PersonMoreFields more={draft.more} isUnborn={draft.person.unborn} onChange={(part) => change({ more: { ...draft.more, ...part } })} />
      <TextInput label="Why it is corrected" maxLength={4000} autoComplete="off" value={draft.reason} onChange={({ currentTarget: { value } }) => change({ reason: value })} />
    </InlineForm>
  );
}
