// Ending an incident: settled, cancelled, the same as another, or passed on to a named person. Unattended, two people end it.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { endingIsDowngrade } from '../../../shared/domain/grade.ts';
import { ENDING_NAMES, ENDINGS } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { askSecond, endIncident } from '../../../shared/protocol/incidents.ts';
import { useLiveList, useServerNow } from '../../live/live-store.tsx';
import { say } from '../../ui/toast.tsx';
import { ActForm } from '../case/act-form.tsx';
import { saidOrNull, useDraftFields } from '../case/draft-fields.ts';
import { useDeed } from '../case/use-deed.ts';
import { useOpened } from '../opened.tsx';
import type { FormProps } from './form-props.ts';
import { whyNotAsked, whyNotEnded, whyNotUntold } from './why-not.ts';

const HERE = ENDINGS.filter((ending) => ending !== 'taken-over' && ending !== 'not-taken' && ending !== 'elsewhere');

export function EndForm({ incident, onClose }: FormProps) {
  const deed = useDeed();
  const { back } = useOpened();
  const others = useLiveList('incident').filter(({ id, state }) => id !== incident.id && state === 'open');
  const { values, field, clear } = useDraftFields(`end.${incident.id}`, { ending: 'settled', duplicateOfId: '', reason: '', callerTold: '', takenBy: '' });
  const ending = HERE.find((one) => one === values.ending) ?? 'settled';
  const duplicateOfId = ending === 'duplicate' ? others.find(({ id }) => id === values.duplicateOfId)?.id ?? null : null;
  const second = endingIsDowngrade(incident);
  const asksTaker = ending === 'passed-on' && incident.policeHaveItAt === null && !incident.leads.some(({ endedAt, takenAt }) => endedAt === null && takenAt !== null);
  const serverNow = useServerNow();
  const mustTell = whyNotUntold(incident, ending, saidOrNull(values.callerTold));
  const owed = whyNotEnded(incident)
    ?? (second ? whyNotAsked(incident) : undefined)
    ?? (ending === 'duplicate' && duplicateOfId === null ? 'Choose the incident that it is the same as.' : undefined)
    ?? (values.reason.trim() === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined)
    ?? (asksTaker && values.takenBy.trim() === '' ? refusalSentence({ code: 'nobody-took-it' }) : undefined) ?? mustTell;

  const end = async () => {
    const [reason, callerTold] = [values.reason.trim(), saidOrNull(values.callerTold)];
    const passedOn = asksTaker ? { leader: 'another' as const, takenBy: values.takenBy.trim(), at: serverNow(), reference: null } : null;
    if (second) await deed(askSecond, { incidentId: incident.id, action: { kind: 'end', ending, duplicateOfId, callerTold, passedOn }, rationale: reason });
    else await deed(endIncident, { incidentId: incident.id, expectedVersion: incident.version, ending, reason, callerTold, duplicateOfId, passedOn });
    clear();
    say(second ? `A supervisor has been asked. Grade ${incident.strictest} stands until they agree.` : `${incident.ref} has ended: ${ENDING_NAMES[ending].toLowerCase()}.`);
    if (!second) back();
  };

  return (
    <ActForm
      title="End this incident"
      leadsTo={second
        ? refusalSentence({ code: 'downgrade-needs-second-person', facts: { grade: String(incident.strictest) } })
        : 'It leaves the desk. Its record stays, and it can be opened again.'}
      act={second ? 'Ask a supervisor to agree' : 'End it'}
      danger={!second}
      refusal={owed}
      onAct={end}
      onClose={onClose}
    >
      <NativeSelect label="How" {...field('ending')} data={HERE.map((one) => ({ value: one, label: ENDING_NAMES[one] }))} />
      {ending === 'duplicate' && (
        <NativeSelect
          label="The same as"
          required
          {...field('duplicateOfId')}
          data={[{ value: '', label: 'Choose' }, ...others.map(({ id, ref, summary }) => ({ value: id, label: `${ref} ${summary}` }))]}
        />
      )}
      {asksTaker && <TextInput label="Taken now by: name, role and organisation" required maxLength={200} autoComplete="off" {...field('takenBy')} />}
      <Textarea label={ending === 'passed-on' ? 'Why it is not ours, and when they took it' : 'Because'} required {...field('reason')} autosize minRows={2} maxRows={6} />
      <Textarea label="What the caller was told: who is coming, and who is not" required={mustTell !== undefined} {...field('callerTold')} autosize minRows={1} maxRows={4} />
    </ActForm>
  );
}
