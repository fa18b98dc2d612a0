// Booking on and off, handing on, and tonight's teams, by the rules alone.
import { decideHandOnNews } from '../../../shared/domain/closed-news.ts';
import { decideOwn } from '../../../shared/domain/decide-incident.ts';
import { dutyNightOf } from '../../../shared/domain/duty-night.ts';
import * as routes from '../../../shared/protocol/duties.ts';
import { Refused } from './county.ts';
import { ownerOf } from './incident-rules.ts';
import { rule, type Rule } from './rule.ts';

const SITS = { responder: ['responder'], control: ['coordinator', 'supervisor'], edt: ['edt'] } as const;

export const DUTY_RULES: readonly Rule[] = [
  rule(routes.bookOn, ({ county, actor, duty }, { seat, teamId }) => {
    if (!SITS[seat].some((role) => actor.roles.includes(role))) throw new Refused('not-your-role', { who: 'an administrator for the role' });
    if (duty !== undefined) throw new Refused('already-on-duty');
    if (teamId !== null && !county.teams.has(teamId)) throw new Refused('team-off-duty');
    const begun = { id: county.newId(), staffId: actor.staffId, seat, teamId: seat === 'responder' ? teamId : null, startedAt: county.now() };
    county.duties.set(begun.id, begun);
    county.dutyChanged(begun);
    return { dutyId: begun.id };
  }),
  rule(routes.bookOff, ({ county, actor, duty }, { dutyId }) => {
    if (duty?.id !== dutyId) throw new Refused('not-on-duty');
    const held = county.owned(actor.staffId).length + county.newsHeldBy(actor.staffId).length + county.liveTasksOf(actor.staffId);
    if (held > 0) throw new Refused('owns-open-work', { what: `${held} × open work` });
    county.duties.delete(dutyId);
    county.positions.delete(dutyId);
    county.dutyChanged(duty);
  }),
  rule(routes.handOn, ({ county, actor, duty }, { dutyId, toStaffId }) => {
    if (duty?.id !== dutyId) throw new Refused('not-on-duty');
    const owner = ownerOf(county, toStaffId);
    for (const kept of county.owned(actor.staffId)) county.change(actor.staffId, kept, (file, who) => decideOwn(file, owner, who));
    for (const kept of county.newsHeldBy(actor.staffId)) county.change(actor.staffId, kept, (file, who) => decideHandOnNews(file, owner, who));
  }),
  rule(routes.joinTeam, ({ county, actor, duty }, { dutyId, teamId }) => {
    if (duty?.id !== dutyId) throw new Refused('not-on-duty');
    if (teamId !== null && !county.teams.has(teamId)) throw new Refused('team-off-duty');
    if (county.liveTasksOf(actor.staffId) > 0) throw new Refused('crew-still-out', { who: 'you' });
    const changed = { ...duty, teamId };
    county.duties.set(dutyId, changed);
    county.dutyChanged(changed);
  }),
  rule(routes.formTeam, ({ county }, { callSign, vehicle, districtCodes }) => {
    if ([...county.teams.values()].some((team) => team.callSign === callSign)) throw new Refused('call-sign-taken', { callSign });
    const team = { id: county.newId(), callSign, vehicle, districtCodes, night: dutyNightOf(county.now()), formedAt: county.now() };
    county.teams.set(team.id, team);
    county.teamsChanged();
    return { teamId: team.id };
  }),
  rule(routes.disbandTeam, ({ county }, { teamId }) => {
    if (!county.teams.has(teamId)) throw new Refused('team-off-duty');
    if ([...county.duties.values()].some((duty) => duty.teamId === teamId)) throw new Refused('team-not-empty');
    county.teams.delete(teamId);
    county.teamsChanged();
  }),
];
