// Who it is about: a name if there is one, how they belong to it, and an age as it was said.
import { Checkbox, TextInput } from '@mantine/core';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { ageOf } from './call-input.ts';
import { NOBODY } from './call-draft.ts';
import type { CallForm, PersonDraft } from './call-draft.ts';
import classes from './people-fields.module.css';

const mostPeople = 20;
const adultFrom = 18;

export function PeopleFields({ call: { people }, change }: CallForm) {
  const set = (index: number, fields: Partial<PersonDraft>) => change({ people: people.map((person, at) => (at === index ? { ...person, ...fields } : person)) });
  const setAge = (index: number, age: string) => {
    const years = ageOf(age);
    set(index, years === null ? { age } : { age, isChild: years < adultFrom });
  };
  return (
    <FieldGroup name="Who">
      {people.map((person, index) => (
        // Persons of a draft have no name of their own yet: their place in the list is all that tells them apart.
        <div key={index} className={classes['person']} role="group" aria-label={`Person ${index + 1}`}>
          <TextInput label="Name, if known" autoComplete="off" value={person.name} onChange={(event) => set(index, { name: event.currentTarget.value })} />
          <TextInput
            label="Who they are"
            placeholder="the child, mother"
            autoComplete="off"
            value={person.relation}
            onChange={(event) => set(index, { relation: event.currentTarget.value })}
          />
          <TextInput label="Age" placeholder="about 9" autoComplete="off" value={person.age} onChange={(event) => setAge(index, event.currentTarget.value)} />
          <Checkbox label="child" checked={person.isChild} onChange={(event) => set(index, { isChild: event.currentTarget.checked })} />
        </div>
      ))}
      {people.length < mostPeople && <div><ActionButton label="Another person" size="xs" onAct={() => change({ people: [...people, NOBODY] })} /></div>}
    </FieldGroup>
  );
}
