// What one still holds, of every kind, in one list: asked before a duty is ended.
import { ACTIVITIES, type Activity, type TaskKind } from '../../shared/domain/activity.ts';
import { ALARM_CAUSES, type AlarmCause } from '../../shared/domain/alarm.ts';
import { clockTime } from '../../shared/domain/duty-night.ts';
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { FollowUpCause } from '../../shared/domain/incident-words.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { PROMISE_NAMES, type PromiseKind } from '../../shared/domain/promise.ts';
import type * as routes from '../../shared/protocol/duties.ts';
import type { OutOf } from '../../shared/protocol/route.ts';
import { draftsHeldBy } from '../calls/call-draft.store.ts';
import type { Queryable } from '../database/connect.ts';
import type { Query } from '../http/handle.ts';

type Line = OutOf<typeof routes.readHolding>[number];
interface Of { id: Id; night: string; number: number }
const on = ({ id, night, number }: Of): Pick<Line, 'incidentId' | 'ref'> => ({ incidentId: id, ref: incidentRef({ night, number }) });
const CAUSES = { 'no-access': 'No access', 'child-not-seen': 'A child was not seen' } as const satisfies Record<FollowUpCause, string>;

/** Of one's own alone: whoever holds something may see what it is about. */
export const readHolding: Query<typeof routes.readHolding> = async ({ db, actor: { staffId } }) => {
  const rows = <T>(sql: string): Promise<(T & Of)[]> => db.query<(T & Of)[]>(sql, [staffId]);
  const mine = "i.owner_id = $1 AND i.state = 'open'";
  const [incidents, followUps, handovers, promises, news, tasks, alarms, drafts, sos] = await Promise.all([
    rows<{ words: string | null }>(`SELECT i.id, i.night, i.number, s.body AS words FROM incident i LEFT JOIN statement s ON s.id = i.summary_id WHERE ${mine} ORDER BY i.reported_at`),
    rows<{ cause: FollowUpCause; dueAt: Instant }>(`SELECT i.id, i.night, i.number, f.cause, f.due_at AS "dueAt" FROM follow_up f JOIN incident i ON i.id = f.incident_id WHERE ${mine} AND f.decision IS NULL ORDER BY f.due_at`),
    rows<{ team: string }>(`SELECT i.id, i.night, i.number, t.name AS team FROM handover h JOIN incident i ON i.id = h.incident_id JOIN receiving_team t ON t.id = h.receiving_team_id WHERE ${mine} AND h.state = 'sent' ORDER BY h.due_at`),
    rows<{ kind: PromiseKind; dueAt: Instant | null }>(`SELECT i.id, i.night, i.number, p.kind, p.due_at AS "dueAt" FROM caller_promise p JOIN incident i ON i.id = p.incident_id WHERE ${mine} AND p.state = 'standing' AND NOT (p.kind = 'somebody-comes' AND i.attended_at IS NOT NULL) ORDER BY p.made_at`),
    rows<{ kind: string }>('SELECT i.id, i.night, i.number, n.kind FROM closed_news n JOIN incident i ON i.id = n.incident_id WHERE n.owner_id = $1 AND n.decision IS NULL ORDER BY n.arrived_at'),
    rows<{ activity: Activity; kind: TaskKind }>("SELECT i.id, i.night, i.number, t.activity, t.kind FROM assignment a JOIN task t ON t.id = a.task_id JOIN incident i ON i.id = a.incident_id WHERE a.staff_id = $1 AND a.state IN ('dispatched', 'accepted', 'going', 'there') ORDER BY a.dispatched_at"),
    rows<{ cause: AlarmCause }>('SELECT i.id, i.night, i.number, a.cause FROM alarm a JOIN incident i ON i.id = a.incident_id WHERE a.acknowledged_by_id = $1 AND a.ended_at IS NULL ORDER BY a.due_at'),
    draftsHeldBy(db, staffId), sosHadBy(db, staffId),
  ]);
  return [
    ...incidents.map((one): Line => ({ kind: 'incident', ...on(one), words: one.words ?? '' })),
    ...followUps.map((one): Line => ({ kind: 'follow-up', ...on(one), words: `${CAUSES[one.cause]}, by ${clockTime(one.dueAt)}` })),
    ...handovers.map((one): Line => ({ kind: 'handover', ...on(one), words: one.team })),
    ...promises.map((one): Line => ({ kind: 'promise', ...on(one), words: `${PROMISE_NAMES[one.kind]}${one.dueAt === null ? '' : ` by ${clockTime(one.dueAt)}`}` })),
    ...news.map((one): Line => ({ kind: 'news', ...on(one), words: '' })),
    ...drafts.map(({ words }): Line => ({ kind: 'draft', incidentId: null, ref: null, words })),
    ...tasks.map((one): Line => ({ kind: 'task', ...on(one), words: `${ACTIVITIES[one.activity].name}${one.kind === 'phone' ? ', by phone' : ''}` })),
    ...alarms.map((one): Line => ({ kind: 'alarm', ...on(one), words: ALARM_CAUSES[one.cause].words })),
    ...sos.map(({ name }): Line => ({ kind: 'sos', incidentId: null, ref: null, words: name })),
  ];
};

const sosHadBy = (db: Queryable, staffId: Id): Promise<{ name: string }[]> =>
  db.query('SELECT p.name FROM sos s JOIN staff p ON p.id = s.staff_id WHERE s.had_by_id = $1 AND s.ended_at IS NULL ORDER BY s.heard_at', [staffId]);
