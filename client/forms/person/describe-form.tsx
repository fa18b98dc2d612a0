// Says more of somebody named on the incident, or corrects it: what was said before is kept, with who said it and when.
import { NativeSelect, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { z } from 'zod';
import { describePerson } from '../../../shared/protocol/people.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import type { SharedFormProps } from '../form-way.ts';
import { onTopOf } from './on-top-of.ts';
import { PersonDraft, personInput, whyNotPerson } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { MoreDraft, moreDraftOf, moreOf, whyNotMore } from './person-more-draft.ts';
import { PersonMoreFields } from './person-more-fields.tsx';
import classes from './person.module.css';

type Person = IncidentView['people'][number];
const Said = z.object({ person: PersonDraft, more: MoreDraft });
/** `factsId`, `began`: the version that was corrected, and what it said; another one since then is told, and not written over. */
const Draft = Said.extend({ factsId: z.string().nullable(), began: Said, reason: z.string() });

type DescribeProps = SharedFormProps & { onPerson: (personId: string) => void };

export function DescribeForm({ personId, ...props }: DescribeProps & { personId: string }) {
  const { incident } = props;
  const person = incident.people.find((one) => one.personId === personId) ?? incident.people[0];
  if (person === undefined) return null;
  return <Describe key={person.personId} {...props} person={person} />;
}

function Describe({ incident, person, onPerson, onClose, way: { Frame, send } }: DescribeProps & { person: Person }) {
  const now = useNow();
  const { name, bornOn, approximateAge } = person.said;
  const stands = {
    more: moreDraftOf(person.more),
    person: {
      name: name ?? '', relation: person.relation, bornOn: bornOn ?? '', age: approximateAge === null || approximateAge < 0 ? '' : String(approximateAge), isChild: person.isChild, unborn: approximateAge === -1, more: null,
    },
  };
  const { draft, change, clear, touched } = useFormDraft(`${person.personId}.describe`, Draft, { ...stands, factsId: person.factsId, began: stands, reason: '' });
  const why = useRef<HTMLInputElement>(null);
  const overtaken = touched && draft.factsId !== person.factsId;
  const goOn = () => {
    change({ factsId: person.factsId, began: stands, person: PersonDraft.parse(onTopOf(stands.person, draft.person, draft.began.person)), more: MoreDraft.parse(onTopOf(stands.more, draft.more, draft.began.more)) });
    why.current?.focus();
  };
  const refusal = !touched ? 'Nothing has been changed yet.' : overtaken ? 'Somebody else has said more of them since you began: take that in first, at the end of this form.' : whyNotPerson(draft.person) ?? whyNotMore(draft.more);
  const submit = async () => {
    const more = moreOf(draft.more, person.more, now.toISOString());
    const done = await send(describePerson, { incidentId: incident.id, personId: person.personId, expectedFactsId: draft.factsId, person: { ...personInput(draft.person), more }, reason: draft.reason.trim() || null });
    if (done === null) return;
    clear();
    onClose();
    say(`What is known of ${draft.person.name.trim() || 'them'} is kept.`, 'What was said before stays readable.');
  };
  return (
    <Frame title={`What is known of ${person.name}`} says="Nothing here is needed, and what was said before is kept." submit="Keep it" onSubmit={submit} onClose={onClose} refusal={refusal}>
      {incident.people.length > 1 && <NativeSelect label="About" data={incident.people.map((one) => ({ value: one.personId, label: one.name }))} value={person.personId} onChange={({ currentTarget: { value } }) => onPerson(value)} />}
      <PersonFields person={draft.person} onChange={(part) => change({ person: { ...draft.person, ...part } })} />
      <PersonMoreFields more={draft.more} isUnborn={draft.person.unborn} onChange={(part) => change({ more: { ...draft.more, ...part } })} />
      <TextInput ref={why} label="Why it is corrected" maxLength={4000} autoComplete="off" value={draft.reason} onChange={({ currentTarget: { value } }) => change({ reason: value })} />
      {/* Last, so that it moves nothing under a hand that types. */}
      {overtaken && (
        <div role="alert" className={classes['overtaken']}>
          <p>Somebody else has said more of {person.name} since you began. Yours is still here, and theirs can be taken in: it stands wherever you changed nothing.</p>
          <ActionButton label="Take theirs in" size="xs" onAct={goOn} />
        </div>
      )}
    </Frame>
  );
}
