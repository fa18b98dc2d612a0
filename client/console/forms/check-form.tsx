// What a source answered on the phone: about whom, who there said it, and what.
import { NativeSelect, TextInput } from '@mantine/core';
import { z } from 'zod';
import { CHECK_RESULTS } from '../../../shared/domain/check.ts';
import { capital, nextCheck, RESULT_NAMES } from '../../../shared/domain/check-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { typeCheckAnswer } from '../../../shared/protocol/checks.ts';
import { checkFacts, sendableOf } from '../../live/check-facts.ts';
import { useSend } from '../../live/send.ts';
import { FieldRow } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const ADDRESS = 'address';
const Draft = z.object({ source: z.string().nullable(), about: z.string().nullable(), result: z.enum(CHECK_RESULTS).nullable(), answeredBy: z.string(), words: z.string() });

export function CheckForm({ incident, onClose }: FormProps) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${incident.id}.check`, Draft, { source: null, about: null, result: null, answeredBy: '', words: '' });
  const { people, checks } = incident;
  const next = nextCheck(checkFacts(incident), sendableOf(incident));
  const abouts = [...people.map(({ personId, name }) => ({ value: personId, label: name })), ...(checks.locationId === null ? [] : [{ value: ADDRESS, label: 'The address' }])];
  const source = checks.sources.find(({ code }) => code === draft.source) ?? (next?.kind === 'ring' ? next.source : checks.sources[0]);
  const about = abouts.find(({ value }) => value === draft.about) ?? abouts.find(({ value }) => next?.kind === 'ring' && value === (next.abouts[0]?.personId ?? ADDRESS)) ?? abouts[0];
  const [answeredBy, words] = [draft.answeredBy.trim(), draft.words.trim()];
  const refusal = source === undefined || about === undefined ? refusalSentence({ code: 'check-nothing-there' })
    : draft.result === null ? 'Choose what they said.'
      : draft.result === 'found' && words === '' ? refusalSentence({ code: 'check-say-what' })
        : answeredBy === '' ? 'Ask for a name: who there answered.' : undefined;
  const submit = async () => {
    if (source === undefined || about === undefined || draft.result === null) return;
    const done = await send(typeCheckAnswer, { incidentId: incident.id, personId: about.value === ADDRESS ? null : about.value, source: source.code, result: draft.result, answeredBy, words: words || null });
    if (done === null) return;
    clear();
    onClose();
    say(`${capital(source.name)} on ${about.value === ADDRESS ? 'the address' : about.label}: ${RESULT_NAMES[draft.result].toLowerCase()}.`, 'Whoever is on the way sees it now.');
  };
  return (
    <InlineForm title="What a source said on the phone" submit="Record the answer" onSubmit={submit} onClose={onClose} refusal={refusal} says={source?.phone ? `${capital(source.name)}: ${source.phone}` : undefined}>
      <FieldRow>
        <NativeSelect label="Source" required data={checks.sources.map(({ code, name }) => ({ value: code, label: capital(name) }))} value={source?.code ?? ''} onChange={({ currentTarget: { value } }) => change({ source: value })} />
        <NativeSelect label="About" required data={abouts} value={about?.value ?? ''} onChange={({ currentTarget: { value } }) => change({ about: value })} />
      </FieldRow>
      <Choices label="They said" value={draft.result} onChoose={(result) => change({ result })} choices={CHECK_RESULTS.map((value, index) => ({ value, name: RESULT_NAMES[value], label: RESULT_NAMES[value], keys: String(index + 1) }))} />
      <WordsField label={draft.result === 'found' ? 'What is known, for the crew before the door' : 'In words'} required={draft.result === 'found'} text={draft.words} onChange={(text) => change({ words: text })} />
      <TextInput label="Answered by" required value={draft.answeredBy} maxLength={200} autoComplete="off" onChange={({ currentTarget: { value } }) => change({ answeredBy: value })} />
    </InlineForm>
  );
}
