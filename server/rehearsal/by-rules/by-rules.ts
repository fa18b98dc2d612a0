// The service that simulated people work with, by the rules alone: no server, no database, no waiting. The same seed gives the same night.
import type { Id } from '../../../shared/domain/incident-file.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { SeedStaff } from '../../seed/staff.ts';
import type { Service } from '../service.ts';
import { County, idOf, type Change, type DayTeam, type Member } from './county.ts';
import { DISPATCH_RULES } from './dispatch-rules.ts';
import { DUTY_RULES } from './duty-rules.ts';
import { HANDOVER_RULES } from './handover-rules.ts';
import { INCIDENT_RULES } from './incident-rules.ts';
import { RulePresence } from './rule-presence.ts';
import { Seen } from './seen.ts';
import { VirtualTime } from './virtual-time.ts';

export interface CountySettings {
  staff: readonly SeedStaff[];
  receivingTeams: readonly Omit<DayTeam, 'id' | 'organisationId'>[];
  from: Instant;
  until: Instant;
  /** Told of every change of every incident. */
  watch?: (change: Change, county: County) => void;
}
export interface ByRules { service: Service; county: County; run(stopped: () => boolean, passed: (at: Instant) => void): Promise<void> }

const RULES = new Map([...INCIDENT_RULES, ...DISPATCH_RULES, ...DUTY_RULES, ...HANDOVER_RULES].map((rule) => [rule.route, rule]));
const ORGANISATIONS: Record<SeedStaff['organisation'], Id> = { police: idOf('3', 1), council: idOf('3', 2), provider: idOf('3', 3) };

export function byRules({ staff, receivingTeams, from, until, watch }: CountySettings): ByRules {
  const time = new VirtualTime(from, until);
  const dayTeams = receivingTeams.map((team, index): DayTeam => ({ ...team, id: idOf('4', index + 1), organisationId: ORGANISATIONS.council }));
  const members = staff.map((one, index): Member => ({
    key: one.key, staffId: idOf('5', index + 1), name: one.name, organisationId: ORGANISATIONS[one.organisation], profession: one.profession, roles: one.roles,
    receivingTeamId: dayTeams.find(({ name }) => name === one.receivingTeam)?.id ?? null,
  }));
  const presences = new Map<string, RulePresence>();
  const county = new County(new Map(members.map((member) => [member.staffId, member])), dayTeams, time, {
    incident(change) {
      watch?.(change, county);
      for (const presence of presences.values()) presence.heardIncident(change);
    },
    duty: (duty) => { for (const presence of presences.values()) presence.heardDuty(duty); },
    team: () => { for (const presence of presences.values()) presence.heardTeam(); },
  });
  const served = { county, seen: new Seen(county), time, rules: RULES };
  for (const member of members) presences.set(member.key, new RulePresence(member, served));
  return {
    county, run: (stopped, passed) => time.run(stopped, passed),
    service: {
      time, over: () => time.over(),
      presence(key) {
        const presence = presences.get(key);
        if (presence === undefined) throw new Error(`Nobody of the staff list is called ${key}.`);
        return presence;
      },
    },
  };
}
