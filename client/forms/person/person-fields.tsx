// Who somebody is, as far as is known: a name or none, a child or not, a date of birth or about how old.
import { Checkbox, TextInput } from '@mantine/core';
import { useId } from 'react';
import { FieldRow } from '../../ui/field.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { readDay } from '../../ui/local-day.ts';
import { RELATIONS, whyNotAge, yearsOld, type PersonDraft } from './person-draft.ts';
import classes from './person.module.css';

export interface PersonFieldsProps {
  person: PersonDraft;
  onChange: (part: Partial<PersonDraft>) => void;
}

const ADULT = 18;
/** A known age says whether it is a child; it can still be said otherwise. */
const childIf = (age: number): Partial<PersonDraft> => (Number.isNaN(age) ? {} : { isChild: age < ADULT });

export function PersonFields({ person, onChange }: PersonFieldsProps) {
  const now = useNow();
  const listId = useId();
  const bornOn = (text: string) => {
    const day = readDay(text);
    onChange({ bornOn: text, ...(day === null ? {} : childIf(yearsOld(day, now))) });
  };
  return (
    <>
      <FieldRow>
        <TextInput label="Name" placeholder="not known" value={person.name} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => onChange({ name: value })} />
        <TextInput label="Relation" placeholder={RELATIONS[0] ?? ''} list={listId} value={person.relation} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => onChange({ relation: value })} />
        <datalist id={listId}>{RELATIONS.map((relation) => <option key={relation} value={relation} />)}</datalist>
      </FieldRow>
      <FieldRow>
        <DayField label="Date of birth" text={person.bornOn} onChange={bornOn} note={(day) => `${yearsOld(day, now)} years old`} />
        <TextInput
          label="or about how old" inputMode="numeric" value={person.age} disabled={person.unborn || person.bornOn !== ''} error={whyNotAge(person)}
          onChange={({ currentTarget: { value } }) => onChange({ age: value, ...childIf(Number(value || NaN)) })}
        />
        <div className={classes['ticks']}>
          <Checkbox label="Child" checked={person.isChild || person.unborn} disabled={person.unborn} onChange={({ currentTarget: { checked } }) => onChange({ isChild: checked })} />
          <Checkbox label="Unborn" checked={person.unborn} onChange={({ currentTarget: { checked } }) => onChange({ unborn: checked })} />
        </div>
      </FieldRow>
    </>
  );
}
