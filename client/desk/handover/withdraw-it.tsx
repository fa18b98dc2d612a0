// Taking a handover back before anybody has it: the case stays with its owner, and the team hears why.
import { Textarea } from '@mantine/core';
import { withdrawHandover } from '../../../shared/protocol/handovers.ts';
import { say } from '../../ui/toast.tsx';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { DeedFormProps } from './deed-form.ts';

export function WithdrawIt({ handover, over, onClose }: DeedFormProps) {
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`withdraw.${handover.id}`, { reason: '' });
  const withdraw = async () => {
    await deed(withdrawHandover, { handoverId: handover.id, reason: values.reason.trim() });
    clear();
    say(`${handover.ref} was withdrawn from ${handover.receivingTeam}.`);
  };
  return (
    <ActForm
      title={`Withdraw this from ${handover.receivingTeam}`}
      leadsTo="It leaves their list at once, and stays with its owner here."
      act="Withdraw it"
      danger
      refusal={over ?? (values.reason.trim() === '' ? 'Say why first: the team reads it.' : undefined)}
      onAct={withdraw}
      onClose={onClose}
    >
      <Textarea label="Why" required {...field('reason')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
