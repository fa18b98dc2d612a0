// Takes back a step that was pressed or reported by mistake; a deadline that it had stopped runs again.
import { z } from 'zod';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { stepBack } from '../../../shared/protocol/dispatch.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { STEPS } from '../incident/leg-menu.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Earlier = z.enum(STEPS).exclude(['left']);
const Draft = z.object({ to: Earlier.nullable(), reason: z.string() });
const WORDS = { dispatched: 'sent, not answered', accepted: 'accepted', going: 'going', there: 'there' } as const satisfies Record<z.infer<typeof Earlier>, string>;

export function StepBackForm({ incident, assignmentId, onClose }: FormProps & { assignmentId: string }) {
  const { send } = useSend();
  const { draft, change, clear } = useFormDraft(`${assignmentId}.step-back`, Draft, { to: null, reason: '' });
  const assignment = incident.assignments.find(({ id }) => id === assignmentId);
  const at = STEPS.findIndex((step) => step === assignment?.state);
  const earlier = Earlier.options.filter((step) => STEPS.indexOf(step) < at);
  const to = draft.to ?? earlier.at(-1) ?? null;
  const reason = draft.reason.trim();
  const refusal = to === null || !earlier.includes(to) ? refusalSentence({ code: 'not-a-step-back' }) : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const submit = async () => {
    if (to === null || await send(stepBack, { assignmentId, to, reason }) === null) return;
    clear();
    onClose();
    say(`${assignment?.name ?? 'The crew'}: back to ${WORDS[to]}.`);
  };
  return (
    <InlineForm title={`${assignment?.name ?? 'The crew'}: step back`} says="The later times go. If it was the only arrival, the deadline runs again from the report." submit="Step back" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices label="Back to" value={to} onChoose={(to) => change({ to })} choices={earlier.map((value, index) => ({ value, name: WORDS[value], label: WORDS[value], keys: String(index + 1) }))} />
      <WordsField label="Why" required text={draft.reason} onChange={(reason) => change({ reason })} />
    </InlineForm>
  );
}
