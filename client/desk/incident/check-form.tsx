// What a source answered on the phone, typed while it is being said.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { CHECK_RESULTS } from '../../../shared/domain/check.ts';
import { capital, nextCheck, RESULT_NAMES } from '../../../shared/domain/check-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { typeCheckAnswer } from '../../../shared/protocol/checks.ts';
import { checkFacts, sendableOf } from '../../live/check-facts.ts';
import { FieldRow } from '../../ui/field.tsx';
import { ActForm } from '../case/act-form.tsx';
import { saidOrNull, useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

const ADDRESS = 'address';

export function CheckForm({ incident, onClose }: FormProps) {
  const deed = useDeed();
  const { people, checks } = incident;
  const next = nextCheck(checkFacts(incident), sendableOf(incident));
  const ring = next?.kind === 'ring' ? next : null;
  const { values, field, clear } = useDraftFields(`check.${incident.id}`, {
    source: ring?.source.code ?? checks.sources[0]?.code ?? '', about: ring?.abouts[0]?.personId ?? (ring === null ? people[0]?.personId : undefined) ?? ADDRESS, result: '', answeredBy: '', words: '',
  });
  const result = CHECK_RESULTS.find((one) => one === values.result);
  const owed = result === undefined ? 'Choose what they said.'
    : result === 'found' && values.words.trim() === '' ? refusalSentence({ code: 'check-say-what' })
      : values.answeredBy.trim() === '' ? 'Ask for a name: who there answered.' : undefined;
  const record = async () => {
    if (result === undefined) return;
    await deed(typeCheckAnswer, {
      incidentId: incident.id, personId: values.about === ADDRESS ? null : values.about, source: values.source, result, answeredBy: values.answeredBy.trim(), words: saidOrNull(values.words),
    });
    clear();
  };
  return (
    <ActForm title="What a source said on the phone" act="Record the answer" refusal={owed} onAct={record} onClose={onClose}>
      <FieldRow>
        <NativeSelect label="Source" {...field('source')} data={checks.sources.map(({ code, name, phone }) => ({ value: code, label: phone === null ? capital(name) : `${capital(name)} (${phone})` }))} />
        <NativeSelect label="About" {...field('about')} data={[...people.map(({ personId, name }) => ({ value: personId, label: name })), ...(checks.locationId === null ? [] : [{ value: ADDRESS, label: 'The address' }])]} />
        <NativeSelect label="They said" {...field('result')} data={[{ value: '', label: 'Choose' }, ...CHECK_RESULTS.map((value) => ({ value, label: RESULT_NAMES[value] }))]} />
      </FieldRow>
      <Textarea label={result === 'found' ? 'What is known, for the crew before the door' : 'In words'} {...field('words')} autosize minRows={2} maxRows={8} maxLength={4000} />
      <TextInput label="Answered by" required autoComplete="off" maxLength={200} {...field('answeredBy')} />
    </ActForm>
  );
}
