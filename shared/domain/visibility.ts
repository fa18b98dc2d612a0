// Who may see what (the table of docs/practice.md), asked alike by the socket, the tests and the screens; the store says the same in SQL.
import type { Id } from './incident-file.ts';

export const ROLES = ['coordinator', 'supervisor', 'responder', 'edt', 'receiving-team', 'administrator', 'auditor', 'analyst'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_NAMES = {
  coordinator: 'Duty coordinator', supervisor: 'Supervisor', responder: 'Responder', edt: 'Emergency Duty Team', 'receiving-team': 'Receiving team',
  administrator: 'Administrator', auditor: 'Auditor', analyst: 'Analyst',
} as const satisfies Record<Role, string>;

/** Who is looking. Roles are those in force now; `receivingTeamIds` are the scopes of the receiving-team role. */
export interface Viewer {
  staffId: Id;
  organisationId: Id;
  roles: readonly Role[];
  receivingTeamIds: readonly Id[];
  /** The open duty, if any: a responder's sight ends with it. */
  dutyId: Id | null;
  teamId: Id | null;
}

export interface IncidentSight {
  restricted: boolean;
  namedStaffIds: readonly Id[];
  graded: boolean;
  raisedById: Id;
  ownerId: Id;
  raisedDutyId: Id | null;
  assignments: readonly { staffId: Id; dutyId: Id; live: boolean }[];
}

const has = (viewer: Viewer, ...roles: Role[]): boolean => roles.some((role) => viewer.roles.includes(role));
export const isControl = (viewer: Viewer): boolean => has(viewer, 'coordinator', 'supervisor');

/** A restricted incident exists for the named only, and for whoever is assigned, EDT's own phone tasks too: nobody is sent blind. */
export function maySeeIncident(viewer: Viewer, incident: IncidentSight): boolean {
  const assigned = has(viewer, 'responder', 'edt') && incident.assignments.some(({ staffId, dutyId, live }) => staffId === viewer.staffId && (live || dutyId === viewer.dutyId));
  if (assigned) return true;
  if (incident.restricted) return incident.namedStaffIds.includes(viewer.staffId) && has(viewer, 'coordinator', 'supervisor', 'edt');
  if (isControl(viewer)) return true;
  if (has(viewer, 'edt') && (incident.graded || incident.raisedById === viewer.staffId || incident.ownerId === viewer.staffId)) return true;
  return has(viewer, 'responder') && viewer.dutyId !== null && incident.raisedDutyId === viewer.dutyId;
}

/** Internal notes stay in the organisation that wrote them. */
export const maySeeNote = (viewer: Viewer, note: { internal: boolean; organisationId: Id }): boolean => !note.internal || note.organisationId === viewer.organisationId;

/** A duty (somebody at work tonight): control sees all, a crew sees its own; whose last role has ended, not even that. */
export const maySeeDuty = (viewer: Viewer, duty: { staffId: Id; teamId: Id | null }): boolean =>
  isControl(viewer) || (viewer.roles.length > 0 && duty.staffId === viewer.staffId) || (has(viewer, 'responder') && viewer.teamId !== null && duty.teamId === viewer.teamId);

/** An SOS: control, the EDT desk, and their own crew. */
export const maySeeSos = (viewer: Viewer, sos: { staffId: Id; teamId: Id | null }): boolean => has(viewer, 'edt') || maySeeDuty(viewer, sos);

/** Call signs on duty: control, and responders, who choose theirs when they book on. */
export const maySeeTeams = (viewer: Viewer): boolean => isControl(viewer) || has(viewer, 'responder');

/** Who is on call, with the number to ring: control. */
export const maySeeNight = (viewer: Viewer): boolean => isControl(viewer);

/** A source that does not answer, with the number to ring: whoever may ask it. */
export const maySeeSilentSources = (viewer: Viewer): boolean => isControl(viewer) || has(viewer, 'edt');

/** Positions: control, and the crew's own (docs/practice.md). Never EDT, never a receiving team. */
export const maySeePosition = maySeeDuty;

/** A handover: EDT sees every one; a team what was sent to it; control what it may see the incident of. */
export const maySeeHandover = (viewer: Viewer, handover: { receivingTeamId: Id; restricted: boolean; namedStaffIds: readonly Id[] }): boolean =>
  viewer.receivingTeamIds.includes(handover.receivingTeamId)
  || (!handover.restricted || handover.namedStaffIds.includes(viewer.staffId)) && has(viewer, 'edt', 'coordinator', 'supervisor');

/** Whoever takes the call that a note is about is shown it: that is what it was lodged for. */
export const maySeeMatchedNote = (viewer: Viewer, note: { receivingTeamId: Id }): boolean => isControl(viewer) || maySeeOvernightNote(viewer, note);

/** Overnight notes: EDT, and the team that lodged it. */
export const maySeeOvernightNote = (viewer: Viewer, note: { receivingTeamId: Id }): boolean => has(viewer, 'edt') || viewer.receivingTeamIds.includes(note.receivingTeamId);
