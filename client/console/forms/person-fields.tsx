// Who somebody is, as far as is known: a name or none, a child or not, a date of birth or about how old.
import { Autocomplete, Checkbox, TextInput } from '@mantine/core';
import { FieldRow } from '../../ui/field.tsx';
import { RELATIONS, whyNotPerson, type PersonDraft } from './person-draft.ts';
import classes from './forms.module.css';

export interface PersonFieldsProps {
  person: PersonDraft;
  onChange: (part: Partial<PersonDraft>) => void;
}

export function PersonFields({ person, onChange }: PersonFieldsProps) {
  return (
    <>
      <FieldRow>
        <TextInput label="Name" placeholder="not known" value={person.name} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => onChange({ name: value })} />
        <Autocomplete label="Is" placeholder={RELATIONS[0] ?? ''} data={RELATIONS} value={person.relation} maxLength={200} onChange={(relation) => onChange({ relation })} />
      </FieldRow>
      <FieldRow>
        <TextInput label="Date of birth" type="date" value={person.bornOn} onChange={({ currentTarget: { value } }) => onChange({ bornOn: value })} />
        <TextInput
          label="or about how old" inputMode="numeric" value={person.age} disabled={person.unborn || person.bornOn !== ''} error={whyNotPerson(person)}
          onChange={({ currentTarget: { value } }) => onChange({ age: value })}
        />
        <div className={classes['ticks']}>
          <Checkbox label="Child" checked={person.isChild || person.unborn} disabled={person.unborn} onChange={({ currentTarget: { checked } }) => onChange({ isChild: checked })} />
          <Checkbox label="Unborn" checked={person.unborn} onChange={({ currentTarget: { checked } }) => onChange({ unborn: checked })} />
        </div>
      </FieldRow>
    </>
  );
}
