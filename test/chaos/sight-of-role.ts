// The table "Who may see what" of docs/practice.md, written down a second time and not taken from the product's rules: the default is nobody.
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Role } from '../../shared/domain/visibility.ts';

/** Somebody as they stood from one place in the log on. */
export interface ViewerThen { seq: number; /** The clock's reading on that line: it was committed then or later. */ at: number; staffId: Id; roles: ReadonlySet<Role>; receivingTeamIds: ReadonlySet<Id>; dutyId: Id | null; teamId: Id | null }
export interface IncidentThen {
  seq: number; open: boolean; restricted: boolean; named: ReadonlySet<Id>; graded: boolean; raisedBy: Id; raisedIn: Id | null; owner: Id;
  assignments: ReadonlyMap<Id, { staffId: Id; dutyId: Id; live: boolean }>;
}
export interface DutyThen { seq: number; staffId: Id; teamId: Id | null }

const isControl = ({ roles }: ViewerThen): boolean => roles.has('coordinator') || roles.has('supervisor');

export function mayRoleSeeIncident(viewer: ViewerThen, incident: IncidentThen): boolean {
  // Nobody is sent blind: who is sent sees it, and until the end of that duty.
  const sent = [...incident.assignments.values()].some(({ staffId, dutyId, live }) => staffId === viewer.staffId && (live || dutyId === viewer.dutyId));
  if (sent && (viewer.roles.has('responder') || viewer.roles.has('edt'))) return true;
  if (incident.restricted) return incident.named.has(viewer.staffId) && (isControl(viewer) || viewer.roles.has('edt'));
  if (isControl(viewer)) return true;
  if (viewer.roles.has('edt') && (incident.graded || incident.raisedBy === viewer.staffId || incident.owner === viewer.staffId)) return true;
  return viewer.roles.has('responder') && viewer.dutyId !== null && viewer.dutyId === incident.raisedIn;
}

/** One's own at any time; control all; a crew its own. Positions alike. */
export function mayRoleSeeDuty(viewer: ViewerThen, duty: DutyThen): boolean {
  if (viewer.roles.size === 0) return false;
  return isControl(viewer) || viewer.staffId === duty.staffId || (viewer.roles.has('responder') && viewer.teamId !== null && viewer.teamId === duty.teamId);
}

export const mayRoleSeeTeams = (viewer: ViewerThen): boolean => isControl(viewer) || viewer.roles.has('responder');

export const mayRoleSeeNight = (viewer: ViewerThen): boolean => isControl(viewer);

export const mayRoleSeeSilentSources = (viewer: ViewerThen): boolean => isControl(viewer) || viewer.roles.has('edt');

export function mayRoleSeeHandover(viewer: ViewerThen, receivingTeamId: Id, incident: IncidentThen): boolean {
  if (viewer.receivingTeamIds.has(receivingTeamId)) return true;
  return (isControl(viewer) || viewer.roles.has('edt')) && (!incident.restricted || incident.named.has(viewer.staffId));
}

export const mayRoleSeeNote = (viewer: ViewerThen, receivingTeamId: Id): boolean => viewer.roles.has('edt') || viewer.receivingTeamIds.has(receivingTeamId);
