// Not taken: who at the door keeps it, what the caller was told, and why. Until that is written it is ours.
import { TextInput } from '@mantine/core';
import { z } from 'zod';
import { endingIsDowngrade } from '../../../shared/domain/grade.ts';
import { DOOR_NAMES } from '../../../shared/domain/incident-words.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import { notTakeIncident } from '../../../shared/protocol/taking.ts';
import { useTaking } from '../../live/use-taking.ts';
import { FieldRow } from '../../ui/field.tsx';
import { TakingLine } from '../../ui/taking-line.tsx';
import { say } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.tsx';
import { pointOf } from '../place/point-of.ts';
import type { SharedFormProps } from '../form-way.ts';
import { readMoment } from '../../ui/local-moment.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { WordsField } from '../../ui/words-field.tsx';

const Draft = z.object({ keptBy: z.string(), organisation: z.string(), toldAt: z.string(), callerTold: z.string(), reason: z.string() });

export function NotTakenForm({ incident, onClose, way: { Frame, send } }: SharedFormProps) {
  const now = useNow();
  const { draft, change, clear } = useFormDraft(`${incident.id}.not-taken`, Draft, { keptBy: '', organisation: '', toldAt: '', callerTold: '', reason: '' });
  const proposal = useTaking(incident, pointOf(incident), now);
  const [keptBy, organisation, callerTold] = [draft.keptBy.trim(), draft.organisation.trim(), draft.callerTold.trim()];
  const reason = draft.reason.trim() || (proposal?.reasons.map(({ because }) => because).join('; ') ?? '');
  const toldAt = draft.toldAt.trim() === '' ? now.toISOString() : readMoment(draft.toldAt, now, 'past').at;
  const second = endingIsDowngrade(incident);
  const refusal = keptBy === '' || organisation === '' ? 'Say who at the door keeps it, and of which organisation: until then it is ours.'
    : toldAt === null ? 'Say when they were told.' : callerTold === '' ? 'Say what the caller was told.' : reason === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined;
  const submit = async () => {
    if (toldAt === null) return;
    const done = await send(notTakeIncident, { incidentId: incident.id, expectedVersion: incident.version, keptBy, organisation, toldAt, callerTold, reason, reasons: proposal?.reasons.map(({ code }) => code) ?? [] });
    if (done === null) return;
    clear();
    onClose();
    say(second ? `A supervisor has been asked. Until they agree ${incident.ref} is ours.` : `${incident.ref} is not taken: ${keptBy}, ${organisation}, keeps it.`);
  };
  const text = (key: 'keptBy' | 'organisation') => ({ value: draft[key], maxLength: 200, autoComplete: 'off', onChange: ({ currentTarget: { value } }: React.ChangeEvent<HTMLInputElement>) => change({ [key]: value }) });
  return (
    <Frame
      title="Not taken" submit={second ? 'Ask a supervisor to agree' : 'Not taken'} onSubmit={submit} onClose={onClose} refusal={refusal}
      says={<>{proposal !== null && <TakingLine proposal={proposal} />}It came by {DOOR_NAMES[incident.door]}: a named person there keeps it.{second && ` Nobody has been there, so a supervisor must agree; until then Grade ${incident.strictest} stands.`}</>}
    >
      <FieldRow>
        <TextInput label="Kept by: name and role" required {...text('keptBy')} />
        <TextInput label="Organisation" required {...text('organisation')} />
        <MomentField label="Told them at" side="past" text={draft.toldAt} whenEmpty="now" onChange={(toldAt) => change({ toldAt })} />
      </FieldRow>
      <WordsField label="What the caller was told" required text={draft.callerTold} onChange={(callerTold) => change({ callerTold })} />
      <WordsField label="Why it is not taken" text={draft.reason} placeholder={proposal?.reasons.map(({ because }) => because).join('; ') ?? ''} onChange={(reason) => change({ reason })} />
    </Frame>
  );
}
