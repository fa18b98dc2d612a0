// Strikes out a check that was recorded by mistake.
import { decideStrikeOut } from '../../../shared/domain/check.ts';
import type * as routes from '../../../shared/protocol/checks.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../../incidents/change-incident.ts';

export const strikeOutCheck: Command<typeof routes.strikeOutCheck> = async (tx, input) => {
  await changeIncident(tx, input.incidentId, {}, async (file, who) => decideStrikeOut(file, { checkId: input.checkId, reasonId: await saveStatement(tx, input.incidentId, input.reason) }, who));
};
