// Rejecting a handover: why, and where it belongs. It goes there with its clocks unchanged, or back to who sent it.
import { NativeSelect, Textarea } from '@mantine/core';
import { rejectHandover } from '../../../shared/protocol/handovers.ts';
import { dayAndTime } from '../../ui/time-text.ts';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { DeedFormProps } from './deed-form.ts';
import { useReceivingTeams } from '../receiving-teams.ts';

export function RejectIt({ handover, over, onClose }: DeedFormProps) {
  const now = useNow();
  const deed = useDeed();
  const teams = useReceivingTeams().filter(({ id }) => id !== handover.receivingTeamId);
  const { values, field, clear } = useDraftFields(`reject.${handover.id}`, { reason: '', rightTeamId: '' });
  const right = teams.find(({ id }) => id === values.rightTeamId);
  const reject = async () => {
    await deed(rejectHandover, { handoverId: handover.id, reason: values.reason.trim(), rightTeamId: right?.id ?? null });
    clear();
    say(right === undefined ? `Rejected. ${handover.ref} is with ${handover.sentBy.name} again.` : `Rejected. ${handover.ref} was sent on to ${right.name}.`);
  };
  return (
    <ActForm
      title="Reject this handover"
      leadsTo={right === undefined
        ? `It goes back to ${handover.sentBy.name}, who sees your reason at once and must send it again.`
        : `It goes on to ${right.name} at once. The clock does not change: ${dayAndTime(handover.dueAt, now)}.`}
      act={right === undefined ? 'Reject it' : `Reject it, send to ${right.name}`}
      danger
      refusal={over ?? (values.reason.trim() === '' ? 'Say why first: it is read by whoever has it next.' : undefined)}
      onAct={reject}
      onClose={onClose}
    >
      <NativeSelect
        label="The right team"
        {...field('rightTeamId')}
        data={[{ value: '', label: `Not known: goes back to ${handover.sentBy.name}` }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Textarea label="Why it is not yours" required {...field('reason')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
