// Who could be sent to a task, nearest first, and for everybody else the reason why not: nobody wonders where a crew is.
import { canFill, NEEDS, type Need, type TaskKind } from '../../../shared/domain/activity.ts';
import { roadMinutes, type Point, type TravelEstimate } from '../../../shared/domain/distance.ts';
import type { DutyView, IncidentView, LegView } from '../../../shared/protocol/views.ts';
import { clockTime } from '../../../shared/domain/duty-night.ts';
import { canStand, skillLacking } from '../../../shared/domain/leg-needs.ts';
import { SKILL_NAMES } from '../../../shared/domain/skill.ts';
import type { z } from 'zod';
import { AVAILABILITY_WORDS, type Crew } from './crew.ts';
import { needsWords } from './incident-lines.ts';

type Leg = Pick<z.infer<typeof LegView>, 'id' | 'need'> & Partial<Pick<z.infer<typeof LegView>, 'skills'>>;

/** Somebody in a leg. */
export interface Taking {
  duty: DutyView;
  need: Need;
  legId: string;
}
export interface Suggestion {
  crew: Crew;
  takes: readonly Taking[];
  /** From the crew's newest position to the incident; null where either is not known. */
  estimate: TravelEstimate | null;
  whyNot: string;
}
export interface Asked {
  wanted: readonly Leg[];
  kind: TaskKind;
  to: Point | null;
  incidents: ReadonlyMap<string, Pick<IncidentView, 'ref'>>;
}

/** A visit takes one person whole; by phone somebody may hold several. */
const isFree = (duty: DutyView, kind: TaskKind): boolean => kind === 'phone' || duty.availability === 'free';
const stands = ({ profession, skills }: DutyView, leg: Leg): boolean => profession !== null && canStand(profession, leg, skills);
const breadth = ({ profession, skills }: DutyView): number => NEEDS.filter((need) => profession !== null && canFill(profession, need, skills)).length;

/**
 * Puts people in legs as the server will: each takes the first leg left that their profession can fill. Those who can fill
 * fewest go first, or a constable would take the leg that a PCSO could have had.
 */
export function takings(wanted: readonly Leg[], people: readonly DutyView[]): Taking[] {
  const left = [...wanted];
  const suits = (duty: DutyView): number => wanted.filter((leg) => stands(duty, leg)).length;
  return people.toSorted((a, b) => suits(a) - suits(b) || breadth(a) - breadth(b)).flatMap((duty) => {
    const index = left.findIndex((leg) => stands(duty, leg));
    const leg = left[index];
    if (leg === undefined) return [];
    left.splice(index, 1);
    return [{ duty, need: leg.need, legId: leg.id }];
  });
}

function whyNot(crew: Crew, { wanted, kind, incidents }: Asked): string {
  if (crew.members.length === 0) return 'nobody on duty in it';
  const busy = crew.members.find(({ duty }) => !isFree(duty, kind));
  if (busy !== undefined && busy.duty.breakUntil !== null) return `on a break until ${clockTime(busy.duty.breakUntil)}`;
  if (busy !== undefined) {
    const ref = busy.duty.incidentId === null ? undefined : incidents.get(busy.duty.incidentId)?.ref.slice(-4);
    return `${busy.duty.availability === 'there' ? 'there at' : `${AVAILABILITY_WORDS[busy.duty.availability]} to`} ${ref ?? 'other work'}`;
  }
  const missing = crew.members.flatMap(({ duty: { profession, skills } }) => wanted.flatMap((leg) => (profession === null ? [] : skillLacking(profession, leg, skills) ?? [])))[0];
  if (missing !== undefined) return `no certificate in date: ${SKILL_NAMES[missing]}`;
  return `cannot stand in the ${needsWords(wanted.map(({ need }) => need))}`;
}

export function suggestions(crews: readonly Crew[], asked: Asked): Suggestion[] {
  return crews
    .map((crew): Suggestion => {
      const takes = takings(asked.wanted, crew.members.map(({ duty }) => duty).filter((duty) => isFree(duty, asked.kind)));
      return {
        crew, takes, estimate: crew.newest === null || asked.to === null ? null : roadMinutes(crew.newest, asked.to), whyNot: takes.length > 0 ? '' : whyNot(crew, asked),
      };
    })
    .toSorted((a, b) => b.takes.length - a.takes.length || (a.estimate?.minutes ?? Infinity) - (b.estimate?.minutes ?? Infinity));
}

/** Adds a crew to those chosen, for the legs still left; where none is left it takes them over. */
export function chosenWith(crew: Crew, chosen: readonly DutyView[], { wanted, kind }: Pick<Asked, 'wanted' | 'kind'>): DutyView[] {
  const people = crew.members.map(({ duty }) => duty).filter((duty) => isFree(duty, kind));
  const taken = new Set(takings(wanted, chosen).map(({ legId }) => legId));
  const added = takings(wanted.filter(({ id }) => !taken.has(id)), people);
  if (added.length > 0) return [...chosen, ...added.map(({ duty }) => duty)];
  const theirs = takings(wanted, people);
  const takenOver = new Set(theirs.map(({ legId }) => legId));
  return [...takings(wanted, chosen).filter(({ legId }) => !takenOver.has(legId)).map(({ duty }) => duty), ...theirs.map(({ duty }) => duty)];
}
