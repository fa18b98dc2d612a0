// What the caller is told: who comes and when, that nobody comes, or a call back; asked wherever it may have changed.
import { z } from 'zod';
import { PROMISE_KINDS, PROMISE_NAMES } from '../../../shared/domain/promise.ts';
import type { CallOf } from '../../../shared/protocol/route.ts';
import type { raiseIncident } from '../../../shared/protocol/incidents.ts';
import { Choices } from './choices.tsx';
import { MomentField } from './moment-field.tsx';
import { readMoment } from './local-moment.ts';
import { WordsField } from './words-field.tsx';

export const ToldDraft = z.object({ kind: z.enum(PROMISE_KINDS).nullable(), said: z.string(), dueAt: z.string() });
export type ToldDraft = z.infer<typeof ToldDraft>;
export const NOTHING_TOLD: ToldDraft = { kind: null, said: '', dueAt: '' };

type Told = NonNullable<CallOf<typeof raiseIncident>['told']>;

/** As it is sent; null where nothing was told. */
export function toldOf({ kind, said, dueAt }: ToldDraft, now: Date): Told | null {
  if (kind === null) return null;
  const read = kind === 'nobody-comes' || dueAt.trim() === '' ? null : readMoment(dueAt, now, 'future').at;
  return { kind, said: said.trim() || SAID[kind], ...(read === null ? {} : { dueAt: read }) };
}

export const whyNotTold = ({ kind, dueAt }: ToldDraft, now: Date): string | undefined =>
  kind === null || kind === 'nobody-comes' || dueAt.trim() === '' ? undefined : readMoment(dueAt, now, 'future').problem ?? undefined;

/** What is written down where nothing more was said. */
const SAID = { 'somebody-comes': 'That somebody comes.', 'nobody-comes': 'That nobody comes.', 'call-back': 'That we call back.' } as const;
const USUAL = { 'somebody-comes': 'by the incident’s own deadline', 'call-back': 'within the policy’s minutes', 'nobody-comes': '' } as const;

export function ToldFields({ draft, onChange, keys = false }: { draft: ToldDraft; onChange: (part: Partial<ToldDraft>) => void; keys?: boolean }) {
  return (
    <>
      <Choices
        label="The caller was told that" value={draft.kind} onChoose={(kind) => onChange({ kind: kind === draft.kind ? null : kind })}
        choices={PROMISE_KINDS.map((value, index) => ({ value, name: PROMISE_NAMES[value], label: PROMISE_NAMES[value], ...(keys ? { keys: String(index + 1) } : {}) }))}
      />
      {draft.kind !== null && draft.kind !== 'nobody-comes' && <MomentField label="By" side="future" text={draft.dueAt} whenEmpty={USUAL[draft.kind]} placeholder="23:10" onChange={(dueAt) => onChange({ dueAt })} />}
      {draft.kind !== null && <WordsField label="In which words" minRows={1} text={draft.said} placeholder={SAID[draft.kind]} onChange={(said) => onChange({ said })} />}
    </>
  );
}
