// Saying that two records are one person, and taking that back: each with why, and neither record is changed by it.
import { Textarea } from '@mantine/core';
import { refusalSentence } from '../../shared/domain/refusal.ts';
import { matchPerson, unmatchPerson, type AlikePerson, type PersonHistory } from '../../shared/protocol/people.ts';
import { useSend } from '../live/send.ts';
import { useDraft } from '../ui/drafts.ts';
import { say } from '../ui/toast.tsx';
import classes from './people.module.css';
import { StepForm } from './step-form.tsx';
import type { NamedPerson } from './use-person.ts';

export type Link = NonNullable<PersonHistory['incidents'][number]['match']>;
interface StepProps { onDone: () => Promise<unknown>; onBack: () => void }

export function SamePerson({ incidentId, person, other, onDone, onBack }: StepProps & { incidentId: string; person: NamedPerson; other: AlikePerson }) {
  const { send } = useSend();
  const [text, keep] = useDraft(`${person.personId}.same.${other.personId}`);
  const link = async () => {
    await send(matchPerson, { incidentId, personId: person.personId, otherId: other.personId, reason: text.trim() }, { quiet: true });
    keep('');
    await onDone();
    say(`${person.name} is said to be the same person as in ${other.ref}.`, 'Both records stay as they are. It can be undone.');
  };
  return (
    <StepForm
      title={`The same person as in ${other.ref}?`} says="Both records stay as they are; whoever may see both sees one history. Your name and the reason stand beside it." act="Link them"
      refusal={text.trim() === '' ? 'Say what tells you that they are the same.' : undefined} onAct={link} onBack={onBack}
    >
      <p><strong>{other.name}</strong>, {other.age} <span className={classes['quiet']}>{other.reasons.join(' · ')}</span></p>
      <Textarea label="What tells you" required maxLength={4000} value={text} onChange={({ currentTarget: { value } }) => keep(value)} autosize minRows={1} maxRows={6} />
    </StepForm>
  );
}

export function NotTheSameAfterAll({ link, refOfOther, onDone, onBack }: StepProps & { link: Link; refOfOther: string }) {
  const { send } = useSend();
  const [text, keep] = useDraft(`${link.matchId}.undo`);
  const undo = async () => {
    await send(unmatchPerson, { incidentId: link.incidentId, matchId: link.matchId, reason: text.trim() }, { quiet: true });
    keep('');
    await onDone();
    say(`The link with ${refOfOther} is undone.`, 'That it was there stays on the log.');
  };
  return (
    <StepForm
      title={`Not the same person as in ${refOfOther} after all?`} says="The two histories come apart again. That they were linked, by whom and why, stays on the log." act="Undo the link"
      refusal={text.trim() === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined} onAct={undo} onBack={onBack}
    >
      <p className={classes['quiet']}>Linked by {link.by}: “{link.reason}”</p>
      <Textarea label="Why" required maxLength={4000} value={text} onChange={({ currentTarget: { value } }) => keep(value)} autosize minRows={1} maxRows={6} />
    </StepForm>
  );
}
