// The level of risk, assessed afresh with every fact before one's eyes. It may raise the grade; it never lowers it.
import { z } from 'zod';
import { MISSING_RISK_NAMES, MISSING_RISKS } from '../../../../shared/domain/incident-words.ts';
import { isUnconfirmed } from '../../../../shared/domain/missing.ts';
import { refusalSentence } from '../../../../shared/domain/refusal.ts';
import { assessMissing } from '../../../../shared/protocol/missing.ts';
import { useSend } from '../../../live/send.ts';
import { say } from '../../../ui/toast.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { InlineForm } from '../inline-form.tsx';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { WordsField } from '../../../ui/words-field.tsx';
import type { MissingFormProps } from './missing-form.tsx';
import { nameOfMissing } from './words.ts';

const Draft = z.object({ risk: z.enum(MISSING_RISKS), reason: z.string() });

export function AssessMissingForm({ incident, missing, onClose }: MissingFormProps) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${missing.id}.assess`, Draft, { risk: missing.risk, reason: '' });
  const reason = draft.reason.trim();
  const refusal = !isUnconfirmed(missing) ? refusalSentence({ code: 'missing-ended' }) : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const submit = async () => {
    if (await send(assessMissing, { missingId: missing.id, risk: draft.risk, reason }) === null) return;
    clear();
    onClose();
    say(`${nameOfMissing(incident, missing)}: ${MISSING_RISK_NAMES[draft.risk]}.`, 'The grade follows it upwards only.');
  };
  return (
    <InlineForm title={`The risk to ${nameOfMissing(incident, missing)}`} says={`It stands at ${MISSING_RISK_NAMES[missing.risk]}. A higher one may raise the grade at once; a lower one lowers no grade.`} submit="Assess" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices label="Risk" value={draft.risk} onChoose={(risk) => change({ risk })} choices={MISSING_RISKS.map((value, index) => ({ value, name: MISSING_RISK_NAMES[value], label: MISSING_RISK_NAMES[value], keys: String(index + 1) }))} />
      <WordsField label="What it rests on" required text={draft.reason} onChange={(reason) => change({ reason })} />
    </InlineForm>
  );
}
