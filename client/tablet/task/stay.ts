// My stay at a door as this tablet knows it: what the server set, or until it has heard of the arrival what the policy would; with what was said here laid over it. Pure.
import type { CrewPolicy } from '../../../shared/domain/crew-policy.ts';
import { heldBetween, plusMinutes } from '../../../shared/domain/instant.ts';
import { askPartnerAt, overdueAt } from '../../../shared/domain/stay.ts';
import type { AssignmentView } from '../../../shared/protocol/views.ts';
import type { StayView } from '../../../shared/protocol/stay-view.ts';
import { partnersOf, type Work } from '../work.ts';

export const isThere = ({ task, mine }: Pick<Work, 'task' | 'mine'>): boolean => task.kind === 'visit' && mine.state === 'there' && mine.thereAt !== null;

export function stayHere(work: Work, crew: CrewPolicy | null): StayView | null {
  const { incident, mine, said } = work;
  if (!isThere(work) || mine.thereAt === null) return null;
  const known = incident.stays.find(({ id }) => id === mine.id) ?? (crew === null ? null : byPolicy(mine.id, mine.thereAt, work, crew));
  if (known === null) return null;
  return said.reduce((stay, report): StayView => {
    if (report.kind === 'leaving') return report.assignmentId === mine.id || report.alsoFor.includes(mine.id) ? { ...stay, leaveBy: report.leaveBy } : stay;
    if (report.kind !== 'checkIn' || (report.assignmentId !== mine.id && !report.alsoFor.includes(mine.id))) return stay;
    const at = heldBetween(mine.thereAt ?? report.at, report.at, report.at);
    return stay.checkedInAt !== null && stay.checkedInAt >= at ? stay : { ...stay, checkedInAt: at, checkInBy: plusMinutes(at, stay.everyMinutes) };
  }, known);
}

function byPolicy(id: string, thereAt: string, { incident, task }: Work, crew: CrewPolicy): StayView {
  const everyMinutes = incident.warnings.length > 0 ? Math.min(crew.checkIn, crew.checkInWarned) : crew.checkIn;
  return {
    id, everyMinutes, leaveBy: plusMinutes(thereAt, crew.stay[task.activity]), checkInBy: plusMinutes(thereAt, everyMinutes), partnerAfterMinutes: crew.askPartner, controlAfterMinutes: crew.tellControl,
    checkedInAt: null, checkedInBy: null,
  };
}

export interface Silent { partner: AssignmentView; since: string; controlAt: string }

/** Those of my crew at this door whose check-in did not come: I am asked for them. */
export function silentPartners(work: Work, now: string): Silent[] {
  return partnersOf(work).filter(({ state }) => state === 'there').flatMap((partner) => {
    const stay = work.incident.stays.find(({ id }) => id === partner.id);
    if (stay === undefined || askPartnerAt(stay) > now || answeredFor(work, partner.id)) return [];
    return [{ partner, since: stay.checkedInAt ?? partner.thereAt ?? stay.checkInBy, controlAt: overdueAt(stay) }];
  });
}

const answeredFor = ({ said }: Work, id: string): boolean => said.some((report) => report.kind === 'checkIn' && report.alsoFor.includes(id));
