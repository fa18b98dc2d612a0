// A call while it is being typed: kept whole until it has been raised, whatever is opened meanwhile.
import { useMemo } from 'react';
import { z } from 'zod';
import { DOORS, MISSING_RISKS, VULNERABILITY_FLAGS } from '../../../shared/domain/incident-words.ts';
import { Answers, NO_ANSWERS } from '../../../shared/domain/policy.ts';
import { useDraft } from '../../ui/drafts.ts';

const PersonDraft = z.object({ name: z.string(), relation: z.string(), age: z.string(), isChild: z.boolean() });
export type PersonDraft = z.infer<typeof PersonDraft>;

export const CallDraft = z.object({
  door: z.enum(DOORS),
  /** Empty: just now. Otherwise wall time in London, as an input writes it. */
  reportedAt: z.string(),
  summary: z.string(), people: z.array(PersonDraft),
  place: z.string(), pin: z.object({ name: z.string(), lat: z.number(), lon: z.number() }).nullable(), secret: z.boolean(),
  flags: z.array(z.enum(VULNERABILITY_FLAGS)), missingRisk: z.enum(MISSING_RISKS).nullable(), answers: Answers,
  callerName: z.string(), callerAgency: z.string(), callerPhone: z.string(), callerReference: z.string(),
  /** Open incidents that looked alike, and were said to be another. */
  otherThanIds: z.array(z.string()),
});
export type CallDraft = z.infer<typeof CallDraft>;

export const NOBODY: PersonDraft = { name: '', relation: '', age: '', isChild: false };
const EMPTY: CallDraft = {
  door: 'edt', reportedAt: '', summary: '', people: [NOBODY], place: '', pin: null, secret: false, flags: [], missingRisk: null, answers: NO_ANSWERS,
  callerName: '', callerAgency: '', callerPhone: '', callerReference: '', otherThanIds: [],
};

export interface CallForm {
  call: CallDraft;
  change: (fields: Partial<CallDraft>) => void;
  clear: () => void;
}

export function useCallDraft(): CallForm {
  const [text, setText] = useDraft('call');
  const call = useMemo(() => (text === '' ? EMPTY : CallDraft.parse(JSON.parse(text))), [text]);
  return { call, change: (fields) => setText(JSON.stringify({ ...call, ...fields })), clear: () => setText('') };
}
