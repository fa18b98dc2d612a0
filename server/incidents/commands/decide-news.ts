// Decides news on a closed incident: noted, nothing more; or it belongs to another incident, whose log says so.
import { decideNews as decide } from '../../../shared/domain/closed-news.ts';
import { accept } from '../../../shared/domain/decision.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import type * as routes from '../../../shared/protocol/owed.ts';
import { saveStatement } from '../../events/append.ts';
import type { Command } from '../../http/handle.ts';
import { changeIncident } from '../change-incident.ts';
import { lockFile } from '../incident.store.ts';

export const decideNews: Command<typeof routes.decideNews> = async (tx, input) => {
  const { incidentId, linkedToId } = input;
  // In the fixed order, by id: two linked to each other at once cannot deadlock.
  if (linkedToId !== null) for (const id of [incidentId, linkedToId].toSorted()) await lockFile(tx, id);
  await changeIncident(tx, incidentId, {}, async (file, who) =>
    decide(file, { newsId: input.newsId, decision: input.decision, reasonId: await saveStatement(tx, incidentId, input.reason), linkedToId }, who));
  if (linkedToId === null) return;
  await changeIncident(tx, linkedToId, {}, async (_file, who) => accept<IncidentEvent>({
    name: 'incident.noted', at: tx.now, byId: who.staffId, noteId: await saveStatement(tx, linkedToId, input.reason), internal: false,
  }));
};
