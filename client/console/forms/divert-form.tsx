// Takes a crew from work that can wait longer, and sends it here, in one step: who pays is said before, and why is written down there.
import { z } from 'zod';
import { isLive } from '../../../shared/domain/incident-file.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { divertCrew, type Diversion } from '../../../shared/protocol/suggestions.ts';
import { safetyLine } from '../../live/check-facts.ts';
import { useSend } from '../../live/send.ts';
import { say } from '../../ui/toast.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';
import { useConsole } from '../console-state.tsx';
import { needsWords } from '../board/incident-lines.ts';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { WarningsBefore } from './warnings-before.tsx';

/** `version`: of this incident, as it was ranked. */
export interface DivertFormProps extends FormProps { taskId: string; version: number; diversion: Diversion }

const Draft = z.object({ reason: z.string(), solo: z.string().default('') });

export function DivertForm({ incident, taskId, version, diversion, onClose }: DivertFormProps) {
  const { send } = useSend();
  const { openForm } = useConsole();
  // A step back is the ranking that this was opened from.
  const back = () => openForm({ name: 'send', taskId, insteadOf: [] });
  const { fromIncidentId, fromVersion, fromRef, assignmentIds, names, says, stillMissing } = diversion;
  const { draft, change, clear } = useFormDraft(`${incident.id}.divert.${assignmentIds.join()}`, Draft, { reason: '', solo: '' });
  const reason = draft.reason.trim();
  const [solo, needsSolo] = [draft.solo.trim(), stillMissing.length > 0 && !incident.assignments.some((one) => one.taskId === taskId && isLive(one))];
  const submit = async () => {
    const done = await send(divertCrew, { taskId, expectedVersion: version, fromIncidentId, fromVersion, assignmentIds: [...assignmentIds], reason, soloBecause: needsSolo ? solo || null : null });
    if (done === null) return;
    clear();
    onClose();
    say(`${names} taken from ${fromRef.slice(-4)} and sent to ${incident.ref.slice(-4)}.`);
  };
  return (
    <InlineForm
      title={`Take ${names} from ${fromRef.slice(-4)}`} submit="Take them and send them here" onSubmit={submit} onClose={back} refusal={reason === '' || (needsSolo && solo === '') ? refusalSentence({ code: 'rationale-needed' }) : undefined} danger
      says={`${says}.${stillMissing.length === 0 ? '' : ` Here the ${needsWords(stillMissing)} stays owed.`} Staff safety: ${safetyLine(incident)}`}
    >
      <WarningsBefore incident={incident} />
      <WordsField label={`Why ${fromRef.slice(-4)} can wait`} required text={draft.reason} onChange={(next) => change({ reason: next })} />
      {needsSolo && <WordsField label={`Why one goes ahead alone, while the ${needsWords(stillMissing)} is owed`} required text={draft.solo} onChange={(next) => change({ solo: next })} />}
    </InlineForm>
  );
}
