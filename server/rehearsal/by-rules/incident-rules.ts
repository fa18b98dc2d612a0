// The routes about an incident that simulated people use, by the rules alone.
import { decideNews } from '../../../shared/domain/closed-news.ts';
import { applyAll } from '../../../shared/domain/apply-incident.ts';
import { decideAgree, decideAskSecond, decideAssess, decideGrade, decideRaise, decideRefuseSecond, gradeAsAgreed, type Who } from '../../../shared/domain/decide-grade.ts';
import { decideSendHandover } from '../../../shared/domain/decide-handover.ts';
import { decideCorrect, decideEnd, decideOwn, decidePassToPolice, decideReopen } from '../../../shared/domain/decide-incident.ts';
import { accept, refuse, type Decision } from '../../../shared/domain/decision.ts';
import { nearestDistrict } from '../../../shared/domain/district.ts';
import { dutyNightOf } from '../../../shared/domain/duty-night.ts';
import type { DowngradeAction, DowngradeRequest, Id, IncidentFile } from '../../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../../shared/domain/incident-event.ts';
import * as routes from '../../../shared/protocol/incidents.ts';
import { decideNews as decideNewsRoute } from '../../../shared/protocol/owed.ts';
import type { InputOf } from '../../../shared/protocol/route.ts';
import { POLICY, Refused, type County, type Located } from './county.ts';
import { dueAtOf, teamById } from './handover-rules.ts';
import { isControl, rule, type Rule } from './rule.ts';

export const INCIDENT_RULES: readonly Rule[] = [
  rule(routes.raiseIncident, ({ county, actor, duty }, input) => {
    if (duty === undefined) throw new Refused('not-on-duty');
    const [incidentId, night, now] = [county.newId(), dutyNightOf(input.reportedAt), county.now()];
    const location = input.location === null ? null : locate(county, input.location);
    const raised = decideRaise({
      incidentId, callId: county.newId(), night, number: county.nextNumber(night), door: input.door, reportedAt: input.reportedAt, raisedDutyId: duty.id, summaryId: county.newId(), locationId: location?.id ?? null,
      districtCode: location?.districtCode ?? null, flags: input.flags, missingRisk: input.missingRisk, answers: input.answers, ownerId: actor.staffId, ownerOrganisationId: actor.organisationId,
    }, POLICY, { staffId: actor.staffId, now });
    if (!raised.accepted) throw new Refused(raised.refusal.code);
    const people = input.people.length > 0 ? input.people : [{ isChild: false }];
    county.create(actor.staffId, [...raised.events, ...people.map(({ isChild }): IncidentEvent => ({ name: 'person.linked', at: now, byId: actor.staffId, linkId: county.newId(), personId: county.newId(), isChild }))]);
    return { incidentId };
  }),
  rule(routes.assessIncident, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId), (file, who) => decideAssess(file, input, POLICY, who))),
  rule(routes.gradeIncident, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId, input.expectedVersion), (file, who) => decideGrade(file, {
    to: input.to, rationaleId: input.rationale === null ? null : county.newId(), mayOnlyUpgrade: !isControl(actor) && !actor.roles.includes('edt'),
  }, POLICY, who))),
  rule(routes.askSecond, ({ county, actor }, input) => {
    const requestId = county.newId();
    const action = actionOf(county, input.incidentId, input.action);
    county.change(actor.staffId, county.kept(input.incidentId), (file, who) => decideAskSecond(file, { requestId, action, rationaleId: county.newId() }, who, POLICY));
    return { requestId };
  }),
  rule(routes.agreeSecond, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId), (file, who) => {
    const agreed = decideAgree(file, input.requestId, who);
    const request = file.requests.find(({ id }) => id === input.requestId);
    if (!agreed.accepted || request === undefined) return agreed;
    const carriedOut = carryOut(county, file, request, { staffId: request.byId, now: who.now });
    return carriedOut.accepted ? accept<IncidentEvent>(...agreed.events, ...carriedOut.events) : carriedOut;
  })),
  rule(routes.refuseSecond, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId), (file, who) => {
    if (file.requests.find(({ id }) => id === input.requestId)?.byId !== who.staffId && !actor.roles.includes('supervisor')) return refuse('not-your-role', { who: 'a supervisor' });
    return decideRefuseSecond(file, { requestId: input.requestId, reasonId: county.newId() }, who);
  })),
  rule(routes.endIncident, ({ county, actor }, input) => {
    checkDuplicate(county, input.incidentId, input);
    county.change(actor.staffId, county.kept(input.incidentId, input.expectedVersion), (file, who) =>
      decideEnd(file, { ending: input.ending, reasonId: county.newId(), callerToldId: county.newId(), duplicateOfId: input.duplicateOfId, passedOn: takenBy(county, input.passedOn), agreedRequestId: null }, county.nameOf, who));
  }),
  rule(routes.reopenIncident, ({ county, actor, duty }, input) => county.change(actor.staffId, county.kept(input.incidentId), (file, who) => {
    if (duty === undefined || duty.seat === 'responder') return refuse('not-on-duty');
    const reopened = decideReopen(file, county.newId(), who);
    if (!reopened.accepted || file.incident.ownerId === who.staffId) return reopened;
    const owned = decideOwn(applyAll(file, reopened.events), ownerOf(county, who.staffId), who);
    return owned.accepted ? accept<IncidentEvent>(...reopened.events, ...owned.events) : owned;
  })),
  rule(routes.addNote, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId), (_file, who) =>
    accept<IncidentEvent>({ name: 'incident.noted', at: who.now, byId: who.staffId, noteId: county.newId(), internal: input.internal }))),
  rule(decideNewsRoute, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId), (file, who) =>
    decideNews(file, { newsId: input.newsId, decision: input.decision, reasonId: county.newId(), linkedToId: input.linkedToId }, who))),
  rule(routes.correctIncident, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId, input.expectedVersion), (_file, who) => {
    const location = input.location === undefined ? undefined : locate(county, input.location);
    return decideCorrect({ ...(location === undefined ? {} : { locationId: location.id, districtCode: location.districtCode }), reasonId: county.newId() }, who);
  })),
  rule(routes.ownIncident, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId), (file, who) => decideOwn(file, ownerOf(county, input.ownerId ?? who.staffId), who))),
  rule(routes.passToPolice, ({ county, actor }, input) => county.change(actor.staffId, county.kept(input.incidentId), (file, who) => decidePassToPolice(file, {
    takerId: county.newId(), referenceId: county.newId(), takenAt: who.now, crewOrder: input.crewOrder ?? null, newId: () => county.newId(),
  }, county.nameOf, who))),
];

export function ownerOf(county: County, staffId: Id): { staffId: Id; organisationId: Id; name: string; onDuty: boolean } {
  const member = county.members.get(staffId);
  if (member === undefined) throw new Refused('not-found');
  const duty = county.dutyOf(staffId);
  return { staffId, organisationId: member.organisationId, name: member.name, onDuty: duty !== undefined && duty.seat !== 'responder' };
}

function locate(county: County, { lat, lon }: { lat: number | null; lon: number | null }): Located & { id: Id } {
  const id = county.newId();
  const located = { lat, lon, districtCode: lat === null || lon === null ? null : nearestDistrict({ lat, lon }) };
  county.locations.set(id, located);
  return { id, ...located };
}

function checkDuplicate(county: County, incidentId: Id, { ending, duplicateOfId }: { ending: string; duplicateOfId: Id | null }): void {
  if ((ending === 'duplicate') !== (duplicateOfId !== null)) throw new Refused('not-understood', { problem: 'names the other incident for a duplicate, and nothing else' });
  for (let id = duplicateOfId; id !== null; id = county.kept(id).file.incident.duplicateOfId) if (id === incidentId) throw new Refused('duplicate-of-itself');
}

type Asked = InputOf<typeof routes.askSecond>['action'];

function actionOf(county: County, incidentId: Id, action: Asked): DowngradeAction {
  switch (action.kind) {
    case 'grade': return action;
    case 'hand-over': return { kind: 'hand-over', receivingTeamId: action.receivingTeamId, dueAt: dueAtOf(teamById(county, action.receivingTeamId), county.now()) };
    case 'end': {
      checkDuplicate(county, incidentId, action);
      const { ending, duplicateOfId } = action;
      return { kind: 'end', ending, duplicateOfId, callerToldId: county.newId(), passedOn: takenBy(county, action.passedOn) };
    }
  }
}

const takenBy = (county: County, said: InputOf<typeof routes.endIncident>['passedOn']) => (said == null ? null : {
  leadId: county.newId(), leader: said.leader, takerId: county.newId(), takenAt: said.at, referenceId: null,
});

function carryOut(county: County, file: IncidentFile, { id, action, rationaleId }: DowngradeRequest, asker: Who): Decision<IncidentEvent> {
  switch (action.kind) {
    case 'grade': return gradeAsAgreed(file, id, action.to, rationaleId, POLICY, asker);
    case 'end': return decideEnd(file, {
      ending: action.ending, reasonId: rationaleId, callerToldId: county.newId(), duplicateOfId: action.duplicateOfId, agreedRequestId: id,
      passedOn: action.passedOn == null ? null : { leadId: county.newId(), ...action.passedOn },
    }, county.nameOf, asker);
    case 'hand-over': return decideSendHandover(file, {
      handoverId: county.newId(), receivingTeam: teamById(county, action.receivingTeamId), dueAt: action.dueAt, packId: county.newId(), packDigest: '', spokenWithId: null, agreedRequestId: id,
    }, county.nameOf, asker);
  }
}
