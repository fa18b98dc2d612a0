// Who it is about: as little as is known, and a child always marked.
import { TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Tick } from '../frame/choice.tsx';
import { Section } from '../frame/section.tsx';
import { SideButton } from '../frame/side-button.tsx';
import { blankPerson, type PersonDraft } from './call-draft.ts';
import classes from './people-fields.module.css';

export interface PeopleFieldsProps { people: readonly PersonDraft[]; onChange: (people: readonly PersonDraft[]) => void }

const most = 20;

export function PeopleFields({ people, onChange }: PeopleFieldsProps) {
  const put = (id: string, change: Partial<PersonDraft>) => onChange(people.map((person) => (person.id === id ? { ...person, ...change } : person)));
  return (
    <Section title="Who">
      {people.map(({ id, name, isChild, age, relation }, place) => (
        <div key={id} className={classes['person']} role="group" aria-label={`Person ${place + 1}`}>
          <TextInput label="Name" description="Empty if not known" size="lg" maxLength={200} value={name} onChange={(event) => put(id, { name: event.currentTarget.value })} />
          <TextInput label="Who they are in this" description="Son, neighbour" size="lg" maxLength={200} value={relation} onChange={(event) => put(id, { relation: event.currentTarget.value })} />
          <TextInput label="About how old" description="Empty if not known" size="lg" inputMode="numeric" maxLength={3} value={age} onChange={(event) => put(id, { age: event.currentTarget.value })} />
          <Tick label="A child" checked={isChild} onChange={(next) => put(id, { isChild: next })} />
          <SideButton label="Take out" onPress={() => onChange(people.filter((person) => person.id !== id))} />
        </div>
      ))}
      {people.length < most && <SideButton wide icon={<IconUserPlus size={24} aria-hidden />} label={people.length === 0 ? 'Add a person' : 'Add another person'} onPress={() => onChange([...people, blankPerson()])} />}
    </Section>
  );
}
