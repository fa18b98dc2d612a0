// What is read of incidents: the record with its timeline, the night's closed ones, and what grade would be proposed.
import { proposeGrade } from '../../shared/domain/grading.ts';
import { maySeeIncident } from '../../shared/domain/visibility.ts';
import type * as routes from '../../shared/protocol/incidents.ts';
import { callerOf, callsOf } from '../calls/call.store.ts';
import { Refused } from '../database/transaction.ts';
import { logAccess } from '../events/access-log.ts';
import type { Query, Reading } from '../http/handle.ts';
import { loadFiles, sightOf, type StoredFile } from './incident.store.ts';
import { viewsById, viewsOf } from './incident.view.ts';
import { findStaff } from './lookups.ts';
import { policyNow } from './policy.store.ts';
import { timelineOf } from './timeline.ts';
import { visibleTo } from './visible-to.ts';

export const proposeForAnswers: Query<typeof routes.proposeGradeRoute> = async ({ db, now }, input) => {
  const proposal = proposeGrade((await policyNow(db, now)).body, input);
  return { grade: proposal.grade, reasons: [...proposal.reasons] };
};

export const readIncident: Query<typeof routes.readIncident> = async (reading, input) => {
  const { db, actor, now } = reading;
  const stored = await findForReader(reading, input.incidentId, input.purpose);
  await logAccess(db, actor, now, { action: 'read', entity: 'incident', entityId: input.incidentId, purpose: input.purpose });
  const [incident] = await viewsOf(db, actor, [stored], now);
  if (incident === undefined) throw new Refused('not-found');
  const named = await findStaff(db, stored.file.incident.namedStaffIds);
  return {
    incident, timeline: await timelineOf(db, actor, input.incidentId), caller: await callerOf(db, input.incidentId), calls: await callsOf(db, input.incidentId),
    namedStaff: [...named.values()].map(({ id, name }) => ({ staffId: id, name })),
  };
};

/** An auditor reads content only against a stated reason, which is logged before anything is shown. */
async function findForReader({ db, actor }: Reading, incidentId: string, purpose: string | undefined): Promise<StoredFile> {
  const [stored] = await loadFiles(db, [incidentId]);
  if (stored === undefined) throw new Refused('not-found');
  if (maySeeIncident(actor, sightOf(stored.file))) return stored;
  if (!actor.roles.includes('auditor') || stored.file.incident.restricted) throw new Refused('not-found');
  if (purpose === undefined) throw new Refused('rationale-needed');
  return stored;
}

export const listClosed: Query<typeof routes.listClosed> = async ({ db, actor, now }, input) => {
  const parameters: unknown[] = [input.night];
  const rows = await db.query<{ id: string }[]>(
    `SELECT i.id FROM incident i WHERE i.state = 'closed' AND i.night = $1 AND ${visibleTo(actor, parameters)} ORDER BY i.ended_at DESC LIMIT 200`, parameters);
  await logAccess(db, actor, now, { action: 'search', entity: 'closed incidents', entityId: null, purpose: input.night });
  const views = new Map((await viewsById(db, actor, rows.map(({ id }) => id), now)).map((view) => [view.id, view]));
  return rows.flatMap(({ id }) => views.get(id) ?? []);
};
