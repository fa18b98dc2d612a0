// A night's closed logs drawn by lot: the order of a digest of night and id, so that nobody chooses, and all who draw get the same. Looked at once, it stays drawn.
import { sampleSize } from '../../shared/domain/closed-review.ts';
import type * as routes from '../../shared/protocol/owed.ts';
import { logAccess } from '../events/access-log.ts';
import type { Query } from '../http/handle.ts';
import { loadFiles } from './incident.store.ts';
import { viewsOf } from './incident.view.ts';
import { findStaff, findStatements } from './lookups.ts';
import { visibleTo } from './visible-to.ts';

export const drawSample: Query<typeof routes.drawSample> = async ({ db, actor, now }, { night }) => {
  const parameters: unknown[] = [night];
  const rows = await db.query<{ id: string; looked: boolean }[]>(
    `SELECT i.id, EXISTS (SELECT FROM closed_review r WHERE r.incident_id = i.id) AS looked FROM incident i
     WHERE i.state = 'closed' AND i.ending <> 'elsewhere' AND i.night = $1 AND ${visibleTo(actor, parameters)} ORDER BY md5(i.night || i.id::text), i.id`, parameters);
  const size = sampleSize(rows.length);
  const ids = rows.filter(({ looked }, index) => looked || index < size).map(({ id }) => id);
  await logAccess(db, actor, now, { action: 'search', entity: 'closed sample', entityId: null, purpose: night });
  const files = await loadFiles(db, ids);
  const reviews = files.flatMap(({ file }) => file.reviews);
  const [views, staff, notes] = [await viewsOf(db, actor, files, now), await findStaff(db, reviews.map(({ byId }) => byId)), await findStatements(db, reviews.map(({ noteId }) => noteId))];
  const drawn = files.flatMap(({ file }, index) => {
    const incident = views[index];
    return incident === undefined ? [] : [{ incident, reviews: file.reviews.map(({ id, finding, noteId, at, byId }) => ({
      id, finding, at, note: notes.get(noteId) ?? '(this text was erased)', by: { staffId: byId, name: staff.get(byId)?.name ?? 'Somebody' },
    })) }];
  });
  return { closed: rows.length, drawn: drawn.toSorted((a, b) => ids.indexOf(a.incident.id) - ids.indexOf(b.incident.id)) };
};
