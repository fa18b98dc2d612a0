// The return interview: offered, tried, held, refused, or taken by another authority. A refusal asks what the carer says.
import { Checkbox, TextInput } from '@mantine/core';
import { z } from 'zod';
import { INTERVIEW_STEP_NAMES, INTERVIEW_STEPS } from '../../../../shared/domain/missing.ts';
import { refusalSentence } from '../../../../shared/domain/refusal.ts';
import { recordInterview } from '../../../../shared/protocol/missing.ts';
import { useSend } from '../../../live/send.ts';
import { say } from '../../../ui/toast.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { InlineForm } from '../inline-form.tsx';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { WordsField } from '../../../ui/words-field.tsx';
import type { MissingFormProps } from './missing-form.tsx';
import { nameOfMissing } from './words.ts';

const Draft = z.object({ step: z.enum(INTERVIEW_STEPS).nullable(), who: z.string(), independent: z.boolean(), note: z.string(), carersView: z.string() });
const WHO = {
  offered: 'Who offered it', attempted: 'Who tried', held: 'Who held it', refused: 'Who offered it', 'passed-on': 'Who took it: name and authority',
} as const satisfies Record<(typeof INTERVIEW_STEPS)[number], string>;

export function InterviewForm({ incident, missing, onClose }: MissingFormProps) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${missing.id}.interview`, Draft, { step: null, who: '', independent: false, note: '', carersView: '' });
  const { step, independent } = draft;
  const [who, note, carersView] = [draft.who.trim(), draft.note.trim(), draft.carersView.trim()];
  const refusal = missing.locatedAt === null ? refusalSentence({ code: 'not-located-yet' }) : missing.interview !== null ? refusalSentence({ code: 'already-decided' })
    : step === null ? 'Say which.' : who === '' ? `${WHO[step]}?` : step === 'held' && !independent ? refusalSentence({ code: 'interviewer-not-independent' })
      : step === 'refused' && carersView === '' ? refusalSentence({ code: 'carers-view-needed' }) : undefined;
  const submit = async () => {
    if (step === null || await send(recordInterview, { missingId: missing.id, step, who, independent, note: note || null, carersView: carersView || null }) === null) return;
    clear();
    onClose();
    say(`Return interview: ${INTERVIEW_STEP_NAMES[step]}.`);
  };
  return (
    <InlineForm title={`Return interview with ${nameOfMissing(incident, missing)}`} says="By somebody independent of the placement and of the police. Another authority’s child is that authority’s to interview." submit="Record it" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices label="It was" value={step} onChoose={(step) => change({ step })} choices={INTERVIEW_STEPS.map((value, index) => ({ value, name: INTERVIEW_STEP_NAMES[value], label: INTERVIEW_STEP_NAMES[value], keys: String(index + 1) }))} />
      <TextInput label={step === null ? 'Who' : WHO[step]} required maxLength={200} autoComplete="off" value={draft.who} onChange={({ currentTarget: { value } }) => change({ who: value })} />
      {step === 'held' && <Checkbox label="Independent of the placement and of the police" checked={independent} onChange={({ currentTarget: { checked } }) => change({ independent: checked })} />}
      <WordsField label="What the carer says" required={step === 'refused'} text={draft.carersView} onChange={(carersView) => change({ carersView })} />
      <WordsField label="Anything else" text={draft.note} onChange={(note) => change({ note })} />
    </InlineForm>
  );
}
