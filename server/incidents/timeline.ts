// An incident's timeline, read from the log itself: every line a sentence, with what was said where the reader may see it.
import { seesHolds } from '../dispatch/sending.view.ts';
import { becauseOf } from '../../shared/domain/grading.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import { maySeeNote, type Viewer } from '../../shared/domain/visibility.ts';
import { timelineSentence, type Names, type PolicyName } from '../../shared/protocol/timeline-sentence.ts';
import type { TimelineEntry } from '../../shared/protocol/views.ts';
import { readCheckSources } from '../checks/source.store.ts';
import type { Queryable } from '../database/connect.ts';
import { loggedEvent, type EventRow, type LoggedEvent } from '../events/logged-event.ts';
import { NIGHTJAR } from '../identity/actor.ts';
import { findPeople, nameOf } from '../subjects/person.store.ts';
import { concealedAmong } from '../subjects/match.store.ts';
import { incidentEventOf } from './incident.store.ts';
import { policiesOf, type StoredPolicy } from './policy.store.ts';

/** What is said beside the sentence. Names of takers are statements too, and shown. */
const NOTES = ['noteId', 'rationaleId', 'reasonId', 'sourceId', 'detailId', 'callerToldId', 'takerId', 'referenceId', 'readBackId', 'spokenWithId', 'personId', 'saidId', 'serviceId', 'withId', 'answererId', 'wordsId', 'factId', 'whoId', 'carersViewId', 'whereId'] as const;
interface StatementRow { id: Id; body: string; internal: boolean; organisation_id: Id }

export async function timelineOf(db: Queryable, viewer: Viewer, incidentId: Id): Promise<TimelineEntry[]> {
  const rows = await db.query<EventRow[]>('SELECT * FROM event WHERE incident_id = $1 ORDER BY seq', [incidentId]);
  const lines = rows.map(loggedEvent);
  const statements = new Map((await db.query<StatementRow[]>('SELECT id, body, internal, organisation_id FROM statement WHERE incident_id = $1', [incidentId])).map((one) => [one.id, one]));
  const names = await namesFor(db, lines);
  // That somebody is named in a record that the viewer may not see is not said, not even without its number.
  const concealed = await concealedAmong(db, viewer, lines.flatMap(otherPersonOf));
  // Whoever is held is not told of it, by their partner's log neither.
  const isTold = ({ entityType }: LoggedEvent): boolean => entityType !== 'reservation' || seesHolds(viewer);
  return lines.filter((line) => isTold(line) && !otherPersonOf(line).some((id) => concealed.has(id))).flatMap((line) => entryOf(line, viewer, names, statements));
}

function otherPersonOf(line: LoggedEvent): Id[] {
  const event = incidentEventOf(line);
  return event.name === 'person.matched' || event.name === 'person.unmatched' ? [event.otherId] : [];
}

function entryOf(line: LoggedEvent, viewer: Viewer, names: Names & { organisation: (id: Id) => string }, statements: Map<Id, StatementRow>): TimelineEntry[] {
  const event = incidentEventOf(line);
  const said = NOTES.map((key): unknown => Reflect.get(event, key)).filter((id) => typeof id === 'string').map((id) => statements.get(id));
  if (said.some((one) => one !== undefined && !maySeeNote(viewer, { internal: one.internal, organisationId: one.organisation_id }))) return [];
  const texts = said.filter((one) => one !== undefined).map((one) => one.body);
  return [{
    seq: line.seq, at: line.occurredAt, receivedAt: line.receivedAt, name: line.name, ...byWhom(line, names), sentence: timelineSentence(event, names), note: texts.length === 0 ? null : texts.join(' · '),
  }];
}

/** The product itself is nobody's staff and of no organisation. */
const byWhom = ({ actor, organisation }: LoggedEvent, names: Names & { organisation: (id: Id) => string }): Pick<TimelineEntry, 'by' | 'organisation'> =>
  actor === null || actor === NIGHTJAR.staffId ? { by: NIGHTJAR.name, organisation: '' } : { by: names.staff(actor), organisation: organisation === null ? '' : names.organisation(organisation) };

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const idsIn = (value: unknown): Id[] => {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
};

const nameOfPolicy = (policies: ReadonlyMap<Id, StoredPolicy>) => (id: Id): PolicyName => {
  const policy = policies.get(id);
  return { version: policy?.version ?? 0, because: (codes, grade) => (policy === undefined ? [] : becauseOf(policy.body, codes, grade)) };
};

/** Every id that the lines mention, looked up among those who have names. */
async function namesFor(db: Queryable, lines: readonly LoggedEvent[]): Promise<Names & { organisation: (id: Id) => string }> {
  const ids = [...new Set(lines.flatMap((line) => [...idsIn(line.payload), ...idsIn(line.actor), ...idsIn(line.organisation)]))];
  const rows = await db.query<{ id: Id; name: string }[]>(
    `SELECT id, name FROM staff WHERE id = ANY($1) UNION ALL SELECT id, call_sign FROM team WHERE id = ANY($1)
     UNION ALL SELECT id, name FROM receiving_team WHERE id = ANY($1) UNION ALL SELECT id, name FROM organisation WHERE id = ANY($1)`, [ids]);
  const known = new Map(rows.map(({ id, name }) => [id, name]));
  const people = await findPeople(db, ids);
  const find = (id: Id) => known.get(id) ?? 'somebody';
  const policies = await policiesOf(db, [...new Set(lines.map(({ payload }) => payload['policyId']).filter((id) => typeof id === 'string'))]);
  const sources = new Map((await readCheckSources(db)).map(({ code, name }) => [code, name]));
  return { policy: nameOfPolicy(policies), source: (code) => sources.get(code) ?? code, staff: find, team: find, receivingTeam: find, organisation: find, person: (id) => nameOf(people.get(id)) };
}
