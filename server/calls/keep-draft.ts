// Keeps what has been typed so far. No command and no event: it is sent every few seconds, and the same words twice are the same version.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import type { Queryable } from '../database/connect.ts';
import { Refused } from '../database/transaction.ts';
import type { Actor } from '../identity/actor.ts';
import { findDraft, whyNotTheirs, writeDraft, type KeptWords } from './call-draft.store.ts';

/** After version 0 it is begun. */
export async function keepDraft(db: Queryable, actor: Actor, now: Instant, input: KeptWords & { draftId: Id; afterVersion: number }): Promise<{ version: number; touchedAt: Instant }> {
  const { draftId, afterVersion, ...kept } = input;
  const written = await writeDraft(db, actor, draftId, afterVersion, kept, now);
  if (written !== null) return { version: written, touchedAt: now };
  const draft = await findDraft(db, actor, draftId);
  if (draft === null) throw new Refused('not-found');
  const refusal = await whyNotTheirs(db, actor, draft);
  if (refusal !== null) throw refusal;
  // The answer to the first sending was lost on its way.
  if (draft.version === afterVersion + 1 && draft.body === kept.body) return { version: draft.version, touchedAt: draft.touchedAt };
  throw new Refused('draft-changed', { who: draft.changedBy, at: clockTime(draft.touchedAt) });
}
