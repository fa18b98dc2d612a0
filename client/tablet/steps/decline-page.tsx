// Declining is a question to control, not a fact: it stands once control has it, and until then the task is still mine.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { DECLINE_NAMES, DECLINE_REASONS, type DeclineReason } from '../../../shared/domain/incident-words.ts';
import { declineAssignment } from '../../../shared/protocol/dispatch.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { Choice } from '../frame/choice.tsx';
import { Notice } from '../frame/notice.tsx';
import { Page } from '../frame/page.tsx';
import { useQuestion } from '../frame/use-question.ts';
import type { Work } from '../work.ts';

export function DeclinePage({ work: { mine }, onDone }: { work: Work; onDone: () => void }) {
  const { put, no } = useQuestion();
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const [note, setNote] = useDraft(`tablet.decline.${mine.id}`);
  const decline = async () => {
    if (reason === null) return;
    if (!await put(declineAssignment, { assignmentId: mine.id, reason, note: note.trim() === '' ? null : note.trim() })) return;
    setNote('');
    onDone();
  };
  return (
    <Page
      title="Decline"
      onBack={onDone}
      foot={<BigButton label="Decline" detail="Control chooses somebody else" refusal={reason === null ? 'Choose the reason first.' : undefined} onAct={decline} />}
    >
      {no && <Notice tone="act" urgent title="Not declined: the task is still yours">{no} If it cannot wait, tell control by radio.</Notice>}
      <Choice legend="Why" options={DECLINE_REASONS.map((value) => ({ value, label: DECLINE_NAMES[value] }))} value={reason} onChange={setReason} />
      <Textarea label="In your words" description="If it helps control to choose" size="lg" autosize minRows={2} maxRows={8} maxLength={4000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </Page>
  );
}
