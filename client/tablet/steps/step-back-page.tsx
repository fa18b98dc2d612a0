// A wrong button, taken back: the later times go, and a clock that it had stopped runs again from the report.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { stepBack } from '../../../shared/protocol/dispatch.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { Choice } from '../frame/choice.tsx';
import { Notice } from '../frame/notice.tsx';
import { Page } from '../frame/page.tsx';
import { useQuestion } from '../frame/use-question.ts';
import type { Work } from '../work.ts';
import { STATE_WORDS } from './step-words.ts';

const STATES = ['dispatched', 'accepted', 'going', 'there', 'left'] as const;
type Earlier = Exclude<(typeof STATES)[number], 'left'>;

/** The steps that this attempt has gone past. */
export const earlierSteps = ({ mine, task }: Pick<Work, 'mine' | 'task'>): Earlier[] => {
  if (task.state !== 'open') return [];
  const reached = STATES.findIndex((state) => state === mine.state);
  return STATES.slice(0, Math.max(0, reached)).filter((state) => state !== 'left');
};

export function StepBackPage({ work, onDone }: { work: Work; onDone: () => void }) {
  const { put, no } = useQuestion();
  const { unsent } = useOutbox();
  const { mine, task } = work;
  const [to, setTo] = useState<Earlier | null>(earlierSteps(work).at(-1) ?? null);
  const [reason, setReason] = useDraft(`tablet.step-back.${mine.id}`);
  const back = async () => {
    if (to === null) return;
    if (!await put(stepBack, { assignmentId: mine.id, to, reason: reason.trim() })) return;
    setReason('');
    onDone();
  };
  const refusal = unsent.length > 0 ? 'What you reported is not sent yet: it goes first. Try again when there is signal.'
    : to === null ? 'There is no earlier step.' : reason.trim() === '' ? 'Say why, in a few words: this is read later.' : undefined;
  return (
    <Page title="Step back" onBack={onDone} foot={<BigButton label={to === null ? 'Step back' : `Back to “${STATE_WORDS[task.kind][to]}”`} detail="What was pressed stays on the log" refusal={refusal} onAct={back} />}>
      {no && <Notice tone="act" urgent title="Not taken back">{no}</Notice>}
      <Choice legend="Back to" options={earlierSteps(work).map((value) => ({ value, label: STATE_WORDS[task.kind][value] }))} value={to} onChange={setTo} inline />
      <Textarea label="What was wrong" size="lg" required autosize minRows={2} maxRows={6} maxLength={4000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Page>
  );
}
