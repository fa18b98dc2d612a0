// Routes about a call that is being taken: kept as it is typed, listed, taken over by name, thrown away and brought back.
import { z } from 'zod';
import { DRAFT_FORMS } from '../domain/call-draft.ts';
import { DOORS } from '../domain/incident-words.ts';
import { At, Id, Version } from './fields.ts';
import { command, Done, route } from './route.ts';
import { PersonView } from './views.ts';

const TAKING_CALLS = ['coordinator', 'supervisor', 'edt'] as const;
const draftId = { draftId: Id };

/** What the list shows of it; may be empty, and is cut rather than refused: nobody mends a label while somebody is on the phone. */
const FirstWords = z.string().max(1000).transform((words) => words.toWellFormed().replace(/\p{Cc}/gu, ' ').trim().slice(0, 200));
/** The form's own fields as its JSON: kept as sent, read by that form alone. */
const Body = z.string().min(1).max(100_000).refine((body) => body.isWellFormed() && !body.includes('\0'), 'contains characters that cannot be stored');

export const CallDraftLine = z.strictObject({
  id: z.string(), version: z.int(), form: z.enum(DRAFT_FORMS), door: z.enum(DOORS).nullable(), words: z.string(), begunAt: At, begunBy: PersonView, heldBy: PersonView, heldSince: At, touchedAt: At,
  /** Null unless it was thrown away a few minutes ago, and can be brought back. */
  thrownAt: At.nullable(),
});
export type CallDraftLine = z.infer<typeof CallDraftLine>;

export const listCallDrafts = route('GET', '/call-drafts', { summary: 'Calls being taken and not saved yet, of those one may see, oldest first', may: TAKING_CALLS, out: z.array(CallDraftLine) });
export const readCallDraft = route('GET', '/call-drafts/:draftId', {
  summary: 'A call being taken, with what was typed; reading another person’s is logged', may: TAKING_CALLS, params: draftId, out: CallDraftLine.extend({ body: z.string() }), refusals: ['not-found'],
});
const Fields = { form: z.enum(DRAFT_FORMS), door: z.enum(DOORS).nullable(), words: FirstWords, body: Body };
const Kept = z.strictObject({ version: z.int(), touchedAt: At });
const WHY_NOT_KEPT = ['draft-changed', 'draft-with-another', 'draft-saved', 'draft-thrown-away', 'not-found'] as const;

export const beginCallDraft = route('POST', '/call-drafts', {
  summary: 'Begin to keep a call that is being taken; its id is made by the client', may: TAKING_CALLS, body: { draftId: Id, ...Fields }, out: Kept, refusals: WHY_NOT_KEPT,
});
export const keepCallDraft = route('POST', '/call-drafts/:draftId/keep', {
  summary: 'Keep what has been typed since that version. The last writer is refused, and loses nothing', may: TAKING_CALLS, params: draftId,
  body: { afterVersion: Version.min(1), ...Fields }, out: Kept, refusals: WHY_NOT_KEPT,
});
export const takeOverCallDraft = route('POST', '/call-drafts/:draftId/take-over', {
  summary: 'Go on with a call that somebody else was taking, from whoever has it now', may: TAKING_CALLS, params: draftId, body: command({ fromStaffId: Id }), out: Done,
  refusals: ['draft-with-another', 'draft-saved', 'draft-thrown-away', 'not-on-duty', 'not-found'],
});
export const throwAwayCallDraft = route('POST', '/call-drafts/:draftId/throw-away', {
  summary: 'Throw a call away that nobody needs; for ten minutes it can be brought back', may: TAKING_CALLS, params: draftId, body: command({}), out: Done, refusals: ['draft-with-another', 'draft-saved', 'not-found'],
});
export const bringBackCallDraft = route('POST', '/call-drafts/:draftId/bring-back', {
  summary: 'Bring back a call that was thrown away', may: TAKING_CALLS, params: draftId, body: command({}), out: Done, refusals: ['draft-with-another', 'not-found'],
});
