// Sending, taking over and rejecting handovers, by the rules alone.
import { decideReject, decideSendHandover, decideTakeOver } from '../../../shared/domain/decide-handover.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { nextWorkingDayAt } from '../../../shared/domain/working-time.ts';
import type { Id } from '../../../shared/domain/incident-file.ts';
import { plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import * as routes from '../../../shared/protocol/handovers.ts';
import { Refused, type County, type DayTeam, type Member } from './county.ts';
import { rule, type Rule } from './rule.ts';

const EDT_MINUTES = 30;

export function teamById(county: County, id: Id): DayTeam {
  const team = county.dayTeams.find((one) => one.id === id);
  if (team === undefined) throw new Refused('not-found');
  return team;
}
export const dueAtOf = ({ kind, startsAt }: DayTeam, now: Instant): Instant => (kind === 'edt-desk' ? plusMinutes(now, EDT_MINUTES) : nextWorkingDayAt(now, startsAt));

function waitingFor(county: County, actor: Member, handoverId: Id): { incidentId: Id; team: DayTeam; packId: Id } {
  const incidentId = county.incidentIdOf(handoverId);
  const handover = county.kept(incidentId).file.handovers.find(({ id }) => id === handoverId);
  if (handover === undefined) throw new Refused('not-found');
  const team = teamById(county, handover.receivingTeamId);
  if (actor.receivingTeamId !== team.id && !(team.kind === 'edt-desk' && actor.roles.includes('edt'))) throw new Refused('not-your-team');
  return { incidentId, team, packId: handover.packId };
}

export const HANDOVER_RULES: readonly Rule[] = [
  rule(routes.sendHandover, ({ county, actor }, input) => {
    const receivingTeam = teamById(county, input.receivingTeamId);
    const handoverId = county.newId();
    county.change(actor.staffId, county.kept(input.incidentId, input.expectedVersion), (file, who) => decideSendHandover(file, {
      handoverId, receivingTeam, dueAt: input.dueAt ?? dueAtOf(receivingTeam, who.now), packId: county.newId(), packDigest: '', spokenWithId: null, agreedRequestId: null,
    }, county.nameOf, who));
    return { handoverId };
  }),
  rule(routes.takeOverHandover, ({ county, actor, duty }, { handoverId }) => {
    const { incidentId, team } = waitingFor(county, actor, handoverId);
    county.change(actor.staffId, county.kept(incidentId), (file, who) => team.kind === 'edt-desk' && (duty === undefined || duty.seat === 'responder')
      ? refuse('not-on-duty') : decideTakeOver(file, { handoverId, taker: actor, kind: team.kind, by: 'account', readBackId: null }, county.nameOf, who));
  }),
  rule(routes.rejectHandover, ({ county, actor }, { handoverId, rightTeamId }) => {
    const { incidentId, packId } = waitingFor(county, actor, handoverId);
    if (rightTeamId !== null) teamById(county, rightTeamId);
    county.change(actor.staffId, county.kept(incidentId), (file, who) => decideReject(file, {
      handoverId, reasonId: county.newId(), rightTeamId, next: rightTeamId === null ? null : { handoverId: county.newId(), packId, packDigest: '' },
    }, who));
  }),
];
