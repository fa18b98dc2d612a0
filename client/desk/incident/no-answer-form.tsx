// Nobody answered: a follow-up opens, with an owner and a clock, and the incident cannot close on it.
import { Textarea } from '@mantine/core';
import { recordNoAccess } from '../../../shared/protocol/dispatch.ts';
import { ActForm } from '../case/act-form.tsx';
import { saidOrNull, useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import type { FormProps } from './form-props.ts';

export function NoAnswerForm({ assignmentId, onClose }: FormProps & { assignmentId: string }) {
  const deed = useDeed();
  const { values, field, clear } = useDraftFields(`no-answer.${assignmentId}`, { note: '' });
  const record = async () => {
    await deed(recordNoAccess, { assignmentId, note: saidOrNull(values.note) });
    clear();
  };
  return (
    <ActForm title="Nobody answered" leadsTo="A follow-up opens, with its own clock, and stands with the owner until it is decided." act="Record no answer" onAct={record} onClose={onClose}>
      <Textarea label="Which numbers, how often, what was left" {...field('note')} autosize minRows={2} maxRows={6} />
    </ActForm>
  );
}
