// Everybody whom the call is about, one after another.
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { NOBODY, type PersonDraft } from '../person/person-draft.ts';
import { PersonWithMore } from '../person/person-with-more.tsx';
import classes from './call.module.css';

const MOST_PEOPLE = 20;

export interface PeopleSectionProps {
  people: readonly PersonDraft[];
  onChange: (people: PersonDraft[]) => void;
}

export function PeopleSection({ people, onChange }: PeopleSectionProps) {
  return (
    <FieldGroup name="Who is it about">
      {people.map((person, index) => (
        <div key={index} className={classes['person']}>
          <PersonWithMore person={person} onChange={(part) => onChange(people.map((one, at) => (at === index ? { ...one, ...part } : one)))} />
          {people.length > 1 && <ActionButton label={`Take away person ${index + 1}`} size="xs" tone="quiet" onAct={() => onChange(people.filter((_, at) => at !== index))}>Take away</ActionButton>}
        </div>
      ))}
      {people.length < MOST_PEOPLE && <div><ActionButton label="Another person" size="xs" onAct={() => onChange([...people, NOBODY])} /></div>}
    </FieldGroup>
  );
}
