// Who could be sent, under lock: on duty or not, and what holds them. Duties are locked in the order of their ids.
import type { Gender } from '../../shared/domain/crew-gender.ts';
import type { Candidate } from '../../shared/domain/decide-dispatch.ts';
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Profession } from '../../shared/domain/activity.ts';
import { dateOf } from '../../shared/domain/duty-night.ts';
import { skillsOn } from '../../shared/domain/skill.ts';
import { newId, Refused, type Tx } from '../database/transaction.ts';
import { visibleTo } from '../incidents/visible-to.ts';
import { certificatesOf } from '../identity/certificate.store.ts';

interface DutyRow { id: Id; staff_id: Id; name: string; profession: Profession | null; team_id: Id | null; vehicle: string | null; gender: Gender | null; ended_at: Instant | null; break_until: Instant | null }
interface HeldRow { staff_id: Id; task_id: Id; night: string; number: number; by: string; until: Instant; visible: boolean }
interface BusyRow { staff_id: Id; night: string; number: number; by: string; at: Instant; visible: boolean }

/** `freed` are assignments about to be stood down: they hold nobody. Answers in the order asked for. */
export async function lockCandidates(tx: Tx, dutyIds: readonly Id[], freed: readonly Id[]): Promise<Candidate[]> {
  const duties = await tx.query<DutyRow[]>(
    'SELECT d.id, d.staff_id, s.name, d.profession, d.team_id, t.vehicle, s.gender, d.ended_at, (SELECT until_at FROM duty_break k WHERE k.duty_id = d.id AND k.ended_at IS NULL) AS break_until FROM duty d JOIN staff s ON s.id = d.staff_id LEFT JOIN team t ON t.id = d.team_id AND t.disbanded_at IS NULL WHERE d.id = ANY($1) ORDER BY d.id FOR UPDATE OF d', [dutyIds]);
  const busy = await busyWith(tx, duties.map((duty) => duty.staff_id), freed);
  const held = await heldFor(tx, duties.map((duty) => duty.staff_id));
  const [certificates, today] = [await certificatesOf(tx, duties.map((duty) => duty.staff_id)), dateOf(tx.now)];
  return dutyIds.map((dutyId) => {
    const duty = duties.find(({ id }) => id === dutyId);
    if (duty === undefined) throw new Refused('not-found');
    const holding = busy.find(({ staff_id }) => staff_id === duty.staff_id);
    const reserved = held.find(({ staff_id }) => staff_id === duty.staff_id);
    return {
      assignmentId: newId(), dutyId, staffId: duty.staff_id, name: duty.name, profession: duty.profession, skills: skillsOn(certificates.get(duty.staff_id) ?? [], today), teamId: duty.team_id, vehicle: duty.vehicle, gender: duty.gender, onDuty: duty.ended_at === null, breakUntil: duty.break_until,
      busyOn: holding === undefined ? null : { ref: holding.visible ? incidentRef(holding) : 'other work', by: holding.visible ? holding.by : 'a colleague', at: holding.at },
      heldFor: reserved === undefined ? null : { taskId: reserved.task_id, ref: reserved.visible ? incidentRef(reserved) : 'other work', by: reserved.visible ? reserved.by : 'a colleague', until: reserved.until },
    };
  });
}

async function busyWith(tx: Tx, staffIds: readonly Id[], freed: readonly Id[]): Promise<BusyRow[]> {
  const parameters: unknown[] = [staffIds, freed];
  const visible = visibleTo(tx.actor, parameters);
  return tx.query<BusyRow[]>(
    `SELECT a.staff_id, i.night, i.number, by.name AS by, a.dispatched_at AS at, ${visible} AS visible
     FROM assignment a JOIN incident i ON i.id = a.incident_id JOIN staff by ON by.id = a.dispatched_by_id
     WHERE a.staff_id = ANY($1) AND a.kind = 'visit' AND a.state IN ('dispatched', 'accepted', 'going', 'there') AND a.id <> ALL($2)`, parameters);
}

/** What has run out holds nobody, though nobody has written it down yet. */
async function heldFor(tx: Tx, staffIds: readonly Id[]): Promise<HeldRow[]> {
  const parameters: unknown[] = [staffIds, tx.now];
  const visible = visibleTo(tx.actor, parameters);
  return tx.query<HeldRow[]>(
    `SELECT r.staff_id, r.task_id, i.night, i.number, by.name AS by, r.until_at AS until, ${visible} AS visible
     FROM reservation r JOIN incident i ON i.id = r.incident_id JOIN staff by ON by.id = r.held_by_id WHERE r.staff_id = ANY($1) AND r.ended_at IS NULL AND r.until_at > $2`, parameters);
}
