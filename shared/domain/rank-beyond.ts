// What may be better than the list and is not in it: somebody whose position is too old to believe, and a crew on the way to work that can wait longer, with what that work then lacks.
import type { Need } from './activity.ts';
import type { Grade } from './grade.ts';
import type { Id } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';
import { isOldPosition, type RankFacts, type RankPerson, type VisitShown } from './rank-facts.ts';
import { fits, whyNotSent, wouldGoAlone } from './rank-fit.ts';
import type { Ranked } from './rank-pairs.ts';

export interface MayBeNearer { who: readonly string[]; callSign: string | null; seenAt: Instant }
/** Who would be taken from which work, in the order of the legs that they would fill here. */
export interface Diversion {
  incidentId: Id; version: number; ref: string; grade: Grade; dueAt: Instant | null; thereAt: Instant; minutes: number;
  people: readonly { assignmentId: Id; name: string; callSign: string | null; leaves: Need; fills: Need }[];
}

const EACH = 2;
const drive = ({ travel }: RankPerson): number => travel?.minutes ?? Infinity;

export function mayBeNearer(shown: readonly Ranked[], facts: RankFacts, now: Instant): MayBeNearer[] {
  const { task, people, sending } = facts;
  const best = shown[0]?.minutes ?? Infinity;
  if (task.kind !== 'visit') return [];
  return people.filter((person) => drive(person) < best - sending.arrivalBandMinutes && isOldPosition(person, sending, now) && whyNotSent(person, facts, now) === null)
    .toSorted((a, b) => drive(a) - drive(b)).reduce<MayBeNearer[]>((crews, { name, callSign, position }) => {
      const crew = callSign === null ? undefined : crews.find((one) => one.callSign === callSign);
      return crew === undefined ? [...crews, { who: [name], callSign, seenAt: position?.at ?? now }] : crews.map((one) => (one === crew ? { ...one, who: [...one.who, name] } : one));
    }, []).slice(0, EACH);
}

/** Only where the list comes too late. Nobody is taken from a door, from work that is due before this or before they would be here, or from what whoever asks may not see. */
export function diversions(shown: readonly Ranked[], facts: RankFacts, now: Instant): Diversion[] {
  const { task, people, sending } = facts;
  const best = shown[0]?.minutes ?? Infinity;
  const inTime = task.dueAt === null || plusMinutes(now, Math.min(best, 60 * 24)) <= task.dueAt;
  if (task.kind !== 'visit' || (inTime && shown.length > 0)) return [];
  const onTheWay = people.flatMap((person) => {
    const visit = person.visit?.shown ?? null;
    // What is due before they would be here cannot wait.
    const waits = visit !== null && !visit.isThere && (visit.dueAt === null || visit.dueAt > plusMinutes(now, Math.min(drive(person), 60 * 24)) && (task.dueAt === null || visit.dueAt > task.dueAt));
    return waits && drive(person) < best - sending.arrivalBandMinutes && !isOldPosition(person, sending, now) && whyNotSent({ ...person, visit: null }, facts, now) === null ? [{ person, visit }] : [];
  });
  return [...Map.groupBy(onTheWay, ({ person, visit }) => `${visit.taskId} ${person.teamId ?? person.dutyId}`).values()].flatMap((crew) => diversionOf(crew, facts, now)).toSorted((a, b) => a.minutes - b.minutes).slice(0, EACH);
}

function diversionOf(crew: readonly { person: RankPerson; visit: VisitShown }[], { task }: RankFacts, now: Instant): Diversion[] {
  const left = [...crew];
  const placed = task.missing.flatMap((leg) => {
    const index = left.findIndex(({ person }) => fits(person, leg));
    const [one] = index < 0 ? [] : left.splice(index, 1);
    return one === undefined ? [] : [{ ...one, leg }];
  });
  const visit = placed[0]?.visit;
  if (visit === undefined || wouldGoAlone(task, placed.length)) return [];
  const minutes = Math.max(...placed.map(({ person }) => drive(person)));
  return [{
    incidentId: visit.incidentId, version: visit.version, ref: visit.ref, grade: visit.grade, dueAt: visit.dueAt, minutes, thereAt: plusMinutes(now, Math.ceil(minutes)),
    people: placed.map(({ person, visit: own, leg }) => ({ assignmentId: own.assignmentId, name: person.name, callSign: person.callSign, leaves: own.need, fills: leg.need })),
  }];
}
