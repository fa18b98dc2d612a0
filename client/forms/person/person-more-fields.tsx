// What else may be known of a person. Consent to a service and the basis for sharing are two things; a child never interprets.
import { NativeSelect, TextInput } from '@mantine/core';
import type { z } from 'zod';
import {
  CHILD_STATUS_NAMES, CHILD_STATUSES, CONSENT_DECISIONS, CONSENT_GIVER_NAMES, CONSENT_GIVERS, INTERPRETER_NAMES, INTERPRETERS, SHARING_BASES, SHARING_BASIS_NAMES, WHEREABOUTS,
} from '../../../shared/protocol/person-more.ts';
import { FieldRow } from '../../ui/field.tsx';
import { MONTH, MoreDraft } from './person-more-draft.ts';

type Key = keyof MoreDraft;
const NOT_SAID = { value: '', label: 'not said' };
const WHERE_NAMES = { 'at-address': 'at the address', elsewhere: 'elsewhere', missing: 'missing', 'not-known': 'not known' } as const satisfies Record<(typeof WHEREABOUTS)[number], string>;
const choices = <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>) => [NOT_SAID, ...values.map((value) => ({ value, label: names[value] }))];
const SAFE = [NOT_SAID, { value: 'yes', label: 'safe' }, { value: 'no', label: 'not safe' }];
const DECISION_NAMES = { given: 'given', refused: 'refused', withdrawn: 'withdrawn' } as const;

export interface PersonMoreFieldsProps { more: MoreDraft; isUnborn: boolean; onChange: (part: Partial<MoreDraft>) => void }

export function PersonMoreFields({ more, isUnborn, onChange }: PersonMoreFieldsProps) {
  const put = (key: Key, value: string) => {
    const schema: z.ZodType = MoreDraft.shape[key];
    if (schema.safeParse(value).success) onChange({ [key]: value });
  };
  const text = (key: Key, label: string, placeholder = '') => (
    <TextInput label={label} placeholder={placeholder} maxLength={200} autoComplete="off" value={more[key]} onChange={({ currentTarget: { value } }) => put(key, value)} />
  );
  const choose = (key: Key, label: string, data: { value: string; label: string }[]) => (
    <NativeSelect label={label} data={data} value={more[key]} onChange={({ currentTarget: { value } }) => put(key, value)} />
  );
  return (
    <>
      <FieldRow>{text('aliases', 'Also known as', 'with commas between')}{text('description', 'What they look like')}</FieldRow>
      <FieldRow>
        {choose('whereabouts', 'Where they are now', choices(WHEREABOUTS, WHERE_NAMES))}
        {text('whereaboutsWords', 'Where, in words')}
        {isUnborn && <TextInput label="Expected" placeholder="2027-03" value={more.expectedMonth} error={more.expectedMonth === '' || MONTH.test(more.expectedMonth) ? undefined : 'Write the month as 2027-03.'} onChange={({ currentTarget: { value } }) => put('expectedMonth', value)} />}
      </FieldRow>
      <FieldRow>{choose('status', 'Known to a service as', choices(CHILD_STATUSES, CHILD_STATUS_NAMES))}{text('statusSaidBy', 'Who says so')}{text('statusAuthority', 'Which authority’s child')}</FieldRow>
      <FieldRow>{choose('ring', 'To ring', SAFE)}{choose('text', 'To text', SAFE)}{choose('message', 'To leave a message', SAFE)}</FieldRow>
      <FieldRow>{text('hours', 'Safe hours', 'before 15:00')}{text('answeredBy', 'Who may answer')}</FieldRow>
      <FieldRow>{text('language', 'Language')}{choose('interpreter', 'Interpreter', choices(INTERPRETERS, INTERPRETER_NAMES))}{text('interpreterName', 'Interpreter’s name', 'never a child')}</FieldRow>
      <FieldRow>{choose('consent', 'Consent to a service', choices(CONSENT_DECISIONS, DECISION_NAMES))}{choose('consentBy', 'By', choices(CONSENT_GIVERS, CONSENT_GIVER_NAMES))}{text('consentName', 'Whose name')}</FieldRow>
      <FieldRow>{text('consentScope', 'To what')}{text('capacity', 'If capacity is doubted: what was found')}</FieldRow>
      <FieldRow>{choose('sharing', 'Lawful basis for sharing', choices(SHARING_BASES, SHARING_BASIS_NAMES))}{text('sharingWhy', 'Why')}</FieldRow>
    </>
  );
}
