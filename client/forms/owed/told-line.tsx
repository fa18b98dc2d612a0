// What the caller was told, asked in one line where a grade is given: left as it is, nothing is recorded.
import { NativeSelect, TextInput } from '@mantine/core';
import type { Grade } from '../../../shared/domain/grade.ts';
import { PROMISE_KINDS, PROMISE_NAMES } from '../../../shared/domain/promise.ts';
import { FieldRow } from '../../ui/field.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { SAID, USUALLY_DUE, type ToldDraft } from './told-draft.ts';

export interface ToldLineProps { draft: ToldDraft; onChange: (part: Partial<ToldDraft>) => void; /** Nobody is sent to a Grade 4, and nobody is promised. */ grade: Grade }

export function ToldLine({ draft, onChange, grade }: ToldLineProps) {
  const offered = PROMISE_KINDS.filter((kind) => grade !== 4 || kind !== 'somebody-comes');
  return (
    <FieldRow>
      <NativeSelect
        label="The caller was told" value={draft.kind ?? ''} data={[{ value: '', label: 'nothing new' }, ...offered.map((value) => ({ value, label: PROMISE_NAMES[value] }))]}
        onChange={({ currentTarget: { value } }) => onChange({ kind: offered.find((kind) => kind === value) ?? null })}
      />
      {draft.kind !== null && draft.kind !== 'nobody-comes' && <MomentField label="By" side="future" text={draft.dueAt} whenEmpty={USUALLY_DUE[draft.kind]} placeholder="23:10" onChange={(dueAt) => onChange({ dueAt })} />}
      {draft.kind !== null && <TextInput label="In which words" value={draft.said} placeholder={SAID[draft.kind]} maxLength={4000} autoComplete="off" onChange={({ currentTarget: { value } }) => onChange({ said: value })} />}
    </FieldRow>
  );
}
