// What the caller is told: who comes and when, that nobody comes, or a call back; asked wherever it may have changed.
import { PROMISE_KINDS, PROMISE_NAMES } from '../../../shared/domain/promise.ts';
import { Choices } from '../../ui/choices.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { SAID, USUALLY_DUE, type ToldDraft } from './told-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

export function ToldFields({ draft, onChange, keys = false, autoFocus = true }: { draft: ToldDraft; onChange: (part: Partial<ToldDraft>) => void; keys?: boolean; autoFocus?: boolean }) {
  return (
    <>
      <Choices
        label="The caller was told that" autoFocus={autoFocus} value={draft.kind} onChoose={(kind) => onChange({ kind: kind === draft.kind ? null : kind })}
        choices={PROMISE_KINDS.map((value, index) => ({ value, name: PROMISE_NAMES[value], label: PROMISE_NAMES[value], ...(keys ? { keys: String(index + 1) } : {}) }))}
      />
      {draft.kind !== null && draft.kind !== 'nobody-comes' && <MomentField label="By" side="future" text={draft.dueAt} whenEmpty={USUALLY_DUE[draft.kind]} placeholder="23:10" onChange={(dueAt) => onChange({ dueAt })} />}
      {draft.kind !== null && <WordsField label="In which words" minRows={1} text={draft.said} placeholder={SAID[draft.kind]} onChange={(said) => onChange({ said })} />}
    </>
  );
}
