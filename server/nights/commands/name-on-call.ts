// Names who is on call for a night in one post. The name and the number are texts; the log holds their ids.
import { dutyNightOf } from '../../../shared/domain/duty-night.ts';
import { mayBeNamedFor, postsMissing } from '../../../shared/domain/on-call.ts';
import type * as routes from '../../../shared/protocol/alarms.ts';
import { Refused } from '../../database/transaction.ts';
import { record, saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { endGap, lockNight, saveOnCall } from '../night.store.ts';

export const nameOnCall: Command<typeof routes.nameOnCall> = async (tx, { night, post, name, phone }) => {
  if (!mayBeNamedFor(night, dutyNightOf(tx.now))) throw new Refused('night-not-to-come');
  const { id: nightId, named } = await lockNight(tx, night);
  const [nameId, phoneId] = [await saveStatement(tx, null, name), await saveStatement(tx, null, phone)];
  await saveOnCall(tx, { nightId, post, nameId, phoneId });
  if (postsMissing([...named, post]).length === 0) await endGap(tx, nightId);
  record(tx, { name: 'night.onCallNamed', at: tx.now, byId: tx.actor.staffId, entityType: 'night', entityId: nightId, incidentId: null, payload: { night, post, nameId, phoneId } });
  return { nightId };
};
