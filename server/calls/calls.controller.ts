// Calls being taken, and what stands beside them: a line a route.
import * as routes from '../../shared/protocol/call-drafts.ts';
import * as lookups from '../../shared/protocol/call-lookups.ts';
import { Refused } from '../database/transaction.ts';
import { logAccess } from '../events/access-log.ts';
import { actorOf, controllerOf, doing, exchanging, reading } from '../http/handle.ts';
import { findDraft, listDrafts, type StoredDraft } from './call-draft.store.ts';
import { lookUpCall } from './call-lookups.ts';
import { addCall } from './commands/add-call.ts';
import { bringBackDraft } from './commands/bring-back-draft.ts';
import { takeOverDraft } from './commands/take-over-draft.ts';
import { throwAwayDraft } from './commands/throw-away-draft.ts';
import { keepDraft } from './keep-draft.ts';

const lineOf = ({ id, version, form, door, words, begunAt, beganById, begunBy, heldById, heldBy, heldSince, touchedAt, thrownAt }: StoredDraft): routes.CallDraftLine => ({
  id, version, form, door, words, begunAt, begunBy: { staffId: beganById, name: begunBy }, heldBy: { staffId: heldById, name: heldBy }, heldSince, touchedAt, thrownAt,
});

export const CallsController = controllerOf(
  reading(lookups.lookUpCall, lookUpCall),
  doing(lookups.addCall, addCall),
  reading(routes.listCallDrafts, async ({ db, actor, now }) => (await listDrafts(db, actor, now)).map(lineOf)),
  reading(routes.readCallDraft, async ({ db, actor, now }, { draftId }) => {
    const draft = await findDraft(db, actor, draftId);
    if (draft === null || draft.body === null) throw new Refused('not-found');
    if (draft.heldById !== actor.staffId) await logAccess(db, actor, now, { action: 'read', entity: 'callDraft', entityId: draftId });
    return { ...lineOf(draft), body: draft.body };
  }),
  exchanging(routes.beginCallDraft, (rooms, input, request) => keepDraft(rooms.db, actorOf(request), rooms.clock.now(), { ...input, afterVersion: 0 })),
  exchanging(routes.keepCallDraft, (rooms, input, request) => keepDraft(rooms.db, actorOf(request), rooms.clock.now(), input)),
  doing(routes.takeOverCallDraft, takeOverDraft),
  doing(routes.throwAwayCallDraft, throwAwayDraft),
  doing(routes.bringBackCallDraft, bringBackDraft),
);
