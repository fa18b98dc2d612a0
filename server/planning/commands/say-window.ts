// Keeps when it suits a family, in their own words.
import { decideWindow } from '../../../shared/domain/decide-visit.ts';
import type * as routes from '../../../shared/protocol/planning.ts';
import { newId } from '../../database/transaction.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';
import { incidentIdOf } from '../../incidents/incident.store.ts';

export const sayWindow: Command<typeof routes.sayWindow> = async (tx, { taskId, fromAt, untilAt, isDaily, order, said }) => {
  const [incidentId, windowId] = [await incidentIdOf(tx, 'task', taskId), newId()];
  await changeIncident(tx, incidentId, {}, async (file, who) => decideWindow(file, { windowId, taskId, fromAt, untilAt, isDaily, order, saidId: await saveStatement(tx, incidentId, said) }, who));
  return { windowId };
};
