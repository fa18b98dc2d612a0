// Nobody let us in: not an ending but a question, with an owner and a clock.
import { Textarea } from '@mantine/core';
import { recordNoAccess } from '../../../shared/protocol/dispatch.ts';
import { useOutbox } from '../../live/use-outbox.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { Notice } from '../frame/notice.tsx';
import { Page } from '../frame/page.tsx';
import type { Work } from '../work.ts';

export function NoAccessPage({ work: { incident, task, mine }, onDone }: { work: Work; onDone: () => void }) {
  const { push } = useOutbox();
  const [note, setNote] = useDraft(`tablet.no-access.${mine.id}`);
  const record = () => {
    push(recordNoAccess, { assignmentId: mine.id, note: note.trim() === '' ? null : note.trim() });
    setNote('');
    onDone();
  };
  return (
    <Page
      title={task.kind === 'visit' ? 'No access' : 'No reply'}
      onBack={onDone}
      foot={<BigButton label={task.kind === 'visit' ? 'Nobody let us in' : 'Nobody answered'} detail="Opens a follow-up" onAct={record} />}
    >
      <Notice tone="act" title="No reply is not “safe”">
        This opens a follow-up. {incident.owner.name} must decide what comes next: go back, ring them, find a key holder, or police entry. The incident cannot close on it.
      </Notice>
      <Textarea
        label="What you saw and heard" description="Lights, a car, a dog, a neighbour who knew something" size="lg" autosize minRows={3} maxRows={10} maxLength={4000}
        value={note} onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Page>
  );
}
