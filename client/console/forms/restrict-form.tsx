// Restricts the incident to named people, or lifts it: for everybody else it does not exist, in lists and counts too.
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { listOnDuty } from '../../../shared/protocol/duties.ts';
import { restrictIncident } from '../../../shared/protocol/incidents.ts';
import type { PersonView } from '../../../shared/protocol/views.ts';
import { call } from '../../live/api.ts';
import { useSend } from '../../live/send.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { say } from '../../ui/toast.tsx';
import { useBoard } from '../board/board.tsx';
import type { FormProps } from './form-props.ts';
import { InlineForm } from './inline-form.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';
import classes from './forms.module.css';

const Draft = z.object({ staffIds: z.array(z.string()).nullable(), reason: z.string() });

export function RestrictForm({ incident, namedStaff, onClose }: FormProps & { namedStaff: readonly PersonView[] }) {
  const { me } = useBoard();
  const { send } = useSend();
  const onDuty = useQuery({ queryKey: ['on-duty'], queryFn: ({ signal }) => call(listOnDuty, {}, { signal }) }).data ?? [];
  const { draft, change, clear } = useFormDraft(`${incident.id}.restrict`, Draft, { staffIds: null, reason: '' });
  const always = new Set([me.staffId, incident.owner.staffId]);
  const people = [...new Map([...namedStaff, ...onDuty].map(({ staffId, name }) => [staffId, { staffId, name }])).values()];
  const chosen = [...new Set([...always, ...(draft.staffIds ?? namedStaff.map(({ staffId }) => staffId))])];
  const reason = draft.reason.trim();
  const refusal = reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const restrictTo = async (staffIds: string[], said: string) => {
    if (await send(restrictIncident, { incidentId: incident.id, staffIds, reason }) === null) return;
    clear();
    onClose();
    say(said);
  };
  return (
    <InlineForm
      title={incident.restricted ? 'Who may see this restricted incident' : 'Restrict to named people'} says="For everybody else it does not exist. A crew that is sent sees it while it is sent."
      submit={`Restrict to ${chosen.length} ${chosen.length === 1 ? 'person' : 'people'}`} onSubmit={() => restrictTo(chosen, `${incident.ref} is restricted.`)} onClose={onClose} refusal={refusal}
      actions={incident.restricted ? <ActionButton label="Lift the restriction" refusal={refusal} onAct={() => restrictTo([], `${incident.ref} is no longer restricted.`)} /> : undefined}
    >
      <Checkbox.Group label="Named people (its owner and you always)" value={chosen} onChange={(staffIds) => change({ staffIds })}>
        <div className={classes['flags']}>{people.map(({ staffId, name }) => <Checkbox key={staffId} value={staffId} label={name} disabled={always.has(staffId)} />)}</div>
      </Checkbox.Group>
      <WordsField label="Why" required text={draft.reason} onChange={(reason) => change({ reason })} />
    </InlineForm>
  );
}
