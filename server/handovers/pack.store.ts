// The pack: all that the receiving team needs to know, frozen as sent. Its text lives here; the log carries its keyed digest.
import canonicalize from 'canonicalize';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { DOOR_NAMES, FOLLOW_UP_NAMES, OUTCOME_NAMES, WARNING_NAMES } from '../../shared/domain/incident-words.ts';
import { checksLine, recordedHere } from '../../shared/domain/check-words.ts';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { incidentRef, type Id, type IncidentFile } from '../../shared/domain/incident-file.ts';
import { coverTask } from '../../shared/domain/cover.ts';
import { isRiskStanding } from '../../shared/domain/missing.ts';
import { HandoverPack } from '../../shared/protocol/handover-pack.ts';
import { owedInPack } from '../../shared/protocol/pack-owed.ts';
import { packLead, packMissing, packPerson, packTold } from '../../shared/protocol/pack-words.ts';
import { callerOf } from '../calls/call.store.ts';
import type { Queryable } from '../database/connect.ts';
import { newId, Refused, type Tx } from '../database/transaction.ts';
import { digestOf } from '../events/keys.ts';
import { findStatements, lookUp, type Lookups } from '../incidents/lookups.ts';
import { incidentView } from '../incidents/incident.view.ts';
import { timelineOf } from '../incidents/timeline.ts';

export interface Said { riskNow: string | null; outstanding: string | null; sharingBasis: string | null; legalPowers: string | null; spokenWith: string | null; rationaleId?: Id }
const NOT_SAID = 'Not said when it was sent.';

export async function freezePack(tx: Tx, file: IncidentFile, said: Said): Promise<{ id: Id; digest: string }> {
  const lookups = await lookUp(tx, [file]);
  const caller = await callerOf(tx, file.incident.id);
  const rationale = said.rationaleId === undefined ? null : (await findStatements(tx, [said.rationaleId])).get(said.rationaleId) ?? null;
  const view = incidentView({ file, version: 0 }, lookups, tx.now, 1);
  // Internal notes stay at home: the timeline is read as somebody of no organisation would see it.
  const timeline = await timelineOf(tx, { ...tx.actor, organisationId: '' }, file.incident.id);
  const pack: HandoverPack = {
    ref: incidentRef(file.incident), frozenAt: tx.now, grade: view.grade, reportedAt: view.reportedAt, door: view.door,
    caller: [caller.name, caller.agency, caller.phone].filter((part) => part !== null).join(', ') || DOOR_NAMES[view.door],
    summary: view.summary, location: view.location?.label ?? null, secretAddress: view.location?.secret ?? false, district: view.location?.district ?? null, flags: view.flags, missingRisk: isRiskStanding(view) ? view.missingRisk : null,
    people: view.people.map((person) => ({ name: person.name, age: person.age, relation: person.relation, seen: seenOf(file, person.personId), ...packPerson(view, person) })),
    missing: packMissing(view), told: packTold(view), ...packLead(view),
    riskThen: `Grade ${file.incident.proposedGrade} proposed, Grade ${file.incident.grade} in force`, riskNow: said.riskNow ?? rationale ?? NOT_SAID,
    actions: timeline.filter(({ name }) => !NOT_ACTIONS.has(name)).map(({ at, by, sentence, note }) => ({ at, by, what: note === null ? sentence : `${sentence}: ${note}` })),
    outstanding: [...owedInPack(view), ...outstandingOf(file, lookups)], outstandingNote: said.outstanding,
    warnings: view.warnings.map((warning) => `${WARNING_NAMES[warning.kind]}: ${warning.source} (review by ${dateOf(warning.reviewAt)})`),
    checks: checksLine(recordedHere(view.warnings.length), { people: view.people, ...view.checks, checks: view.checks.items }), sharingBasis: said.sharingBasis ?? NOT_SAID, legalPowers: said.legalPowers, spokenWith: said.spokenWith,
  };
  const id = newId();
  await tx.query('INSERT INTO handover_pack (id, incident_id, body) VALUES ($1, $2, $3)', [id, file.incident.id, JSON.stringify(pack)]);
  return { id, digest: digestOf(tx.keys, id, canonicalize(pack) ?? '') };
}

// What a source said was said for this visit: the pack says that it knows something, and the team asks it itself.
const NOT_ACTIONS = new Set(['check.asked', 'check.answered', 'check.unanswered', 'check.struckOut', 'downgrade.requested', 'downgrade.refused', 'downgrade.withdrawn', 'handover.sent', 'incident.ownerChanged', 'alarm.fired', 'alarm.acknowledged', 'alarm.putOff', 'alarm.climbed', 'alarm.released', 'person.matched', 'person.unmatched']);

function seenOf(file: IncidentFile, personId: Id): 'seen' | 'not seen' | 'not visited' {
  if (file.tasks.some((task) => task.seenPersonIds.includes(personId))) return 'seen';
  return file.incident.attendedAt === null ? 'not visited' : 'not seen';
}

function outstandingOf(file: IncidentFile, lookups: Lookups): string[] {
  const tasks = file.tasks.filter((task) => task.state === 'open').map((task) => {
    const cover = coverTask(task, file.legs.filter((leg) => leg.taskId === task.id), file.assignments);
    return `${ACTIVITIES[task.activity].name}${task.outcome === null ? '' : `: ${OUTCOME_NAMES[task.outcome]}`} (${cover.state === 'uncovered' ? 'nobody sent yet' : cover.state})`;
  });
  const decided = file.followUps.filter((followUp) => followUp.decision !== null && file.tasks.some((task) => task.id === followUp.taskId && task.state === 'open')).map((followUp) =>
    `${followUp.cause === 'no-access' ? 'No access' : 'A child was not seen'}: ${followUp.decision === null ? 'to decide' : FOLLOW_UP_NAMES[followUp.decision].toLowerCase()} (${lookups.staff.get(followUp.ownerId)?.name ?? 'somebody'})`);
  return [...tasks, ...decided];
}

async function packBody(db: Queryable, packId: Id): Promise<unknown> {
  const [row] = await db.query<{ body: unknown }[]>('SELECT body FROM handover_pack WHERE id = $1', [packId]);
  if (row === undefined) throw new Refused('not-found');
  return row.body;
}

export const findPack = async (db: Queryable, packId: Id): Promise<HandoverPack> => HandoverPack.parse(await packBody(db, packId));

/** Over what lies there, not over how it is read today: a pack sent on must have the digest that it was sent with. */
export const digestOfPack = async (tx: Tx, packId: Id): Promise<string> => digestOf(tx.keys, packId, canonicalize(await packBody(tx, packId)) ?? '');
