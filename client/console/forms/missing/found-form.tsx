// Found, and seen well or not: two things, each with its own time. Found by mistake is taken back here too.
import { z } from 'zod';
import { isUnconfirmed } from '../../../../shared/domain/missing.ts';
import { refusalSentence } from '../../../../shared/domain/refusal.ts';
import { recordLocated, recordSeenMissing, takeBackFound } from '../../../../shared/protocol/missing.ts';
import { useSend } from '../../../live/send.ts';
import { say } from '../../../ui/toast.tsx';
import { useNow } from '../../../ui/use-now.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { InlineForm } from '../inline-form.tsx';
import { readMoment } from '../../../ui/local-moment.ts';
import { MomentField } from '../../../ui/moment-field.tsx';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { WordsField } from '../../../ui/words-field.tsx';
import type { MissingFormProps } from './missing-form.tsx';
import { nameOfMissing } from './words.ts';

const WHAT = ['found', 'well', 'not-well', 'not-found'] as const;
const LABELS = {
  found: 'Found; nobody has seen yet whether they are well', well: 'Found and seen well', 'not-well': 'Found and seen, not well: still to be confirmed', 'not-found': 'Not found after all: still missing',
} as const satisfies Record<(typeof WHAT)[number], string>;
const Draft = z.object({ what: z.enum(WHAT).nullable(), at: z.string(), note: z.string() });

export function FoundForm({ incident, missing, onClose }: MissingFormProps) {
  const { send } = useSend();
  const now = useNow();
  const { draft, change, clear } = useFormDraft(`${missing.id}.found`, Draft, { what: null, at: '', note: '' });
  const { what } = draft;
  const name = nameOfMissing(incident, missing);
  const offered = WHAT.filter((one) => (one === 'found' ? missing.locatedAt === null : one === 'not-found' ? missing.locatedAt !== null : isUnconfirmed(missing)));
  const read = draft.at.trim() === '' ? null : readMoment(draft.at, now, 'past');
  const note = draft.note.trim();
  const refusal = offered.length === 0 ? refusalSentence({ code: 'missing-ended' }) : what === null || !offered.includes(what) ? 'Say which.' : read?.problem
    ?? ((what === 'not-well' || what === 'not-found') && note === '' ? refusalSentence({ code: 'rationale-needed' }) : undefined);
  const submit = async () => {
    const [missingId, at] = [missing.id, read?.at ?? null];
    const done = what === null ? null
      : what === 'not-found' ? await send(takeBackFound, { missingId, reason: note })
        : what === 'found' ? await send(recordLocated, { missingId, at, note: note || null }) : await send(recordSeenMissing, { missingId, at, well: what === 'well', note: note || null });
    if (done === null || what === null) return;
    clear();
    onClose();
    say(`${name}: ${LABELS[what].toLowerCase()}.`);
  };
  return (
    <InlineForm title={`${name}: found?`} says="Found is not yet seen. The return interview’s clock runs from when they were found." submit="Record it" onSubmit={submit} onClose={onClose} refusal={refusal}>
      <Choices label="What is known" value={what} onChoose={(what) => change({ what })} choices={offered.map((value) => ({ value, name: LABELS[value], label: LABELS[value], keys: String(WHAT.indexOf(value) + 1) }))} />
      {what !== 'not-found' && <MomentField label="When" side="past" text={draft.at} onChange={(at) => change({ at })} whenEmpty="now" />}
      <WordsField label={what === 'not-found' ? 'Why' : 'Where, and by whom'} required={what === 'not-well' || what === 'not-found'} text={draft.note} onChange={(note) => change({ note })} />
    </InlineForm>
  );
}
