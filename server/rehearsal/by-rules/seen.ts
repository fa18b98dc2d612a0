// The files of a county as its people see them: the part of each view that they go by.
import { isLive, type DowngradeAction, type Id } from '../../../shared/domain/incident-file.ts';
import { incidentRef, type Handover } from '../../../shared/domain/incident-file.ts';
import type { DutyView, HandoverView } from '../../../shared/protocol/views.ts';
import type { SeenIncident } from '../service.ts';
import type { County, Duty, Kept } from './county.ts';
import { availabilityOf } from '../../../shared/domain/availability.ts';
import { usualSkills } from '../usual-skills.ts';


export class Seen {
  private readonly incidents = new WeakMap<Kept, SeenIncident>();

  constructor(private readonly county: County) {}

  /** The same object for as long as the incident stays as it is. */
  incident(kept: Kept): SeenIncident {
    const known = this.incidents.get(kept);
    if (known !== undefined) return known;
    const seen = this.view(kept);
    this.incidents.set(kept, seen);
    return seen;
  }

  private view({ file, version }: Kept): SeenIncident {
    const { incident } = file;
    const { id, state, reportedAt, raisedAt, grade, proposedGrade, strictest, gradedAt, dueAt, attendedAt, missingRisk, policeHaveItAt, ownerId } = incident;
    return {
      id, version, state, reportedAt, raisedAt, grade, proposedGrade, strictest, gradedAt, dueAt, attendedAt, missingRisk, policeHaveItAt, flags: [...incident.flags], owner: { staffId: ownerId },
      location: incident.locationId === null ? null : this.county.locations.get(incident.locationId) ?? null,
      people: file.people,
      // By the rules alone a call says nothing of who is missing: no search is played.
      missing: [],
      tasks: file.tasks.map(({ detailId: _d, outcomeId: _o, addedAt: _a, ...task }) => ({ ...task, detail: null, outcomeNote: null, seenPersonIds: [...task.seenPersonIds], notSeenPersonIds: [...task.notSeenPersonIds] })),
      legs: file.legs.map((leg) => ({ ...leg, skills: [...leg.skills] })),
      assignments: file.assignments.map(({ dispatchedById: _by, kind: _kind, ...assignment }) => ({ ...assignment, name: this.county.nameOf(assignment.staffId), profession: null, callSign: null })),
      news: file.news.map(({ ownerId, decidedById, reasonId: _r, linkedToId: _l, ...news }) => ({ ...news, owner: this.person(ownerId), decidedBy: decidedById === null ? null : this.person(decidedById) })),
      // By the rules alone no caller is told anything.
      promises: [],
      stays: file.stays.map(({ checkedInById, ...stay }) => ({ ...stay, checkedInBy: checkedInById === null ? null : this.person(checkedInById) })),
      followUps: file.followUps.map(({ ownerId, decidedById, ...followUp }) => ({ ...followUp, owner: this.person(ownerId), decidedBy: decidedById === null ? null : this.person(decidedById) })),
      requests: file.requests.map(({ rationaleId: _r, byId, decidedById, action, ...request }) => ({
        ...request, ...actionView(action), rationale: '', by: this.person(byId), decidedBy: decidedById === null ? null : this.person(decidedById),
      })),
      handovers: file.handovers.map(({ id, receivingTeamId, state, sentAt, dueAt, takenById }) =>
        ({ id, receivingTeamId, receivingTeam: this.teamName(receivingTeamId), state, sentAt, dueAt, takenBy: takenById === null ? null : this.county.nameOf(takenById) })),
    };
  }

  handover({ file }: Kept, { packId: _p, spokenWithId: _s, reasonId: _r, rightTeamId: _t, sentById, takenById, takenBy, ...handover }: Handover): HandoverView {
    return {
      ...handover, incidentId: file.incident.id, ref: incidentRef(file.incident), receivingTeam: this.teamName(handover.receivingTeamId), heading: '', grade: file.incident.grade, district: null, sentBy: this.person(sentById),
      spokenWith: null, takenBy: takenById === null ? null : this.county.nameOf(takenById), takenHow: takenBy, reason: null, rightTeam: null,
    };
  }

  duty({ id, staffId, seat, teamId, startedAt }: Duty): DutyView {
    const held = this.county.held.get(staffId);
    const state = held === undefined || !isLive(held.assignment) ? null : held.assignment.state;
    return {
      id, staffId, seat, teamId, startedAt, name: this.county.nameOf(staffId), profession: this.county.members.get(staffId)?.profession ?? null, organisation: '', sharing: seat === 'responder',
      availability: availabilityOf(state, null, startedAt), since: held?.assignment.dispatchedAt ?? startedAt, incidentId: held?.incidentId ?? null, breakUntil: null, shift: null, forgottenAt: null,
      skills: usualSkills(this.county.members.get(staffId)?.profession ?? null),
    };
  }

  private person(staffId: Id): { staffId: Id; name: string } { return { staffId, name: this.county.nameOf(staffId) }; }
  private teamName(id: Id): string { return this.county.dayTeams.find((team) => team.id === id)?.name ?? ''; }
}

const actionView = (action: DowngradeAction) => ({
  kind: action.kind, toGrade: action.kind === 'grade' ? action.to : null, ending: action.kind === 'end' ? action.ending : null, receivingTeam: null,
});
