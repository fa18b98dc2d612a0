// What other systems may ask, each with its own key: a line a route.
import * as outside from '../../shared/protocol/outside.ts';
import { Refused } from '../database/transaction.ts';
import { controllerOf, exchanging, systemOf } from '../http/handle.ts';
import { takeCall } from './commands/take-call.ts';
import { stateOfCall } from './outside-call.store.ts';

export const OutsideController = controllerOf(
  exchanging(outside.sendCall, takeCall),
  exchanging(outside.readCallState, async (rooms, { reference }, request) => {
    const state = await stateOfCall(rooms.db, systemOf(request).id, reference);
    if (state === null) throw new Refused('not-found');
    return { reference, state };
  }),
);
