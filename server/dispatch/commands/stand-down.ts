// Stands people down; the task asks for somebody again.
import { decideStandDown } from '../../../shared/domain/decide-dispatch.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import type * as routes from '../../../shared/protocol/dispatch.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';

export const standDown: Command<typeof routes.standDown> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) =>
    decideStandDown(file, { assignmentIds: [...new Set(input.assignmentIds)], reasonId: await saveStatement(tx, input.incidentId, input.reason) }, clockTime, who));
};
