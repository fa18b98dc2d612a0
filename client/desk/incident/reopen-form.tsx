// Opening an incident again: its clock has run from the report all along.
import { Textarea } from '@mantine/core';
import { reopenIncident } from '../../../shared/protocol/incidents.ts';
import { ActForm } from '../case/act-form.tsx';
import { useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

export function ReopenForm({ incident, onClose }: FormProps) {
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`reopen.${incident.id}`, { reason: '' });
  const reopen = async () => {
    await deed(reopenIncident, { incidentId: incident.id, reason: values.reason.trim() });
    clear();
  };
  return (
    <ActForm
      title="Open it again"
      leadsTo="It comes back to the desk, and its clock still runs from the report."
      act="Open it again"
      refusal={values.reason.trim() === '' ? 'Say why first.' : undefined}
      onAct={reopen}
      onClose={onClose}
    >
      <Textarea label="Why" required {...field('reason')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
