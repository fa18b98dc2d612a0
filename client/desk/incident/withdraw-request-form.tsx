// Taking back what one asked of a second person.
import { Textarea } from '@mantine/core';
import { refuseSecond } from '../../../shared/protocol/incidents.ts';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

export function WithdrawRequestForm({ incident, requestId, onClose }: FormProps & { requestId: string }) {
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`withdraw-request.${requestId}`, { reason: '' });
  const withdraw = async () => {
    await deed(refuseSecond, { incidentId: incident.id, requestId, reason: values.reason.trim() });
    clear();
  };
  return (
    <ActForm
      title="Withdraw the question"
      leadsTo={`Grade ${incident.strictest} stands, as it has all along.`}
      act="Withdraw it"
      refusal={values.reason.trim() === '' ? 'Say why first.' : undefined}
      onAct={withdraw}
      onClose={onClose}
    >
      <Textarea label="Why" required {...field('reason')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
