// What the caller is told, as it is typed and as it is sent.
import { z } from 'zod';
import type { Grade } from '../../../shared/domain/grade.ts';
import { PROMISE_KINDS } from '../../../shared/domain/promise.ts';
import type { raiseIncident } from '../../../shared/protocol/incidents.ts';
import type { CallOf } from '../../../shared/protocol/route.ts';
import { readMoment } from '../../ui/local-moment.ts';

export const ToldDraft = z.object({ kind: z.enum(PROMISE_KINDS).nullable(), said: z.string(), dueAt: z.string() });
export type ToldDraft = z.infer<typeof ToldDraft>;
export const NOTHING_TOLD: ToldDraft = { kind: null, said: '', dueAt: '' };

type Told = NonNullable<CallOf<typeof raiseIncident>['told']>;

/** What is written down where nothing more was said. */
export const SAID = { 'somebody-comes': 'That somebody comes.', 'nobody-comes': 'That nobody comes.', 'call-back': 'That we call back.' } as const;

/** By when, where nobody says. */
export const USUALLY_DUE = { 'somebody-comes': 'by the incident’s own deadline', 'call-back': 'within the policy’s minutes', 'nobody-comes': '' } as const;

/** As it is sent; null where nothing was told. */
export function toldOf({ kind, said, dueAt }: ToldDraft, now: Date): Told | null {
  if (kind === null) return null;
  const read = kind === 'nobody-comes' || dueAt.trim() === '' ? null : readMoment(dueAt, now, 'future').at;
  return { kind, said: said.trim() || SAID[kind], ...(read === null ? {} : { dueAt: read }) };
}

/** What was chosen for another grade may not hold for this one. */
export const toldFor = (draft: ToldDraft, grade: Grade): ToldDraft => (grade === 4 && draft.kind === 'somebody-comes' ? NOTHING_TOLD : draft);

export const whyNotTold = ({ kind, dueAt }: ToldDraft, now: Date): string | undefined =>
  kind === null || kind === 'nobody-comes' || dueAt.trim() === '' ? undefined : readMoment(dueAt, now, 'future').problem ?? undefined;
