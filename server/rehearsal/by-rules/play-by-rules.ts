// Plays a county's hours with nobody watching: the calls, the people, the rules, and what a debrief looks at in the end.
import type { DebriefFacts } from '../../../shared/domain/debrief-facts.ts';
import { minutesBetween, plusMinutes, type Instant } from '../../../shared/domain/instant.ts';
import { RECEIVING_TEAMS } from '../../seed/staff.ts';
import { callsOf } from '../calls/calls.ts';
import { playNight } from '../people/play-night.ts';
import { USUAL_WAY, type WayOfSending } from '../people/way-of-sending.ts';
import { shiftsOf } from '../shifts.ts';
import { staffOf } from '../staff.ts';
import { byRules, type CountySettings } from './by-rules.ts';
import type { County } from './county.ts';
import { factsOf } from './facts.ts';

export interface Played { seed: number; from: Instant; hours: number; responders: number; way?: WayOfSending; watch?: CountySettings['watch']; /** Told of the hours played, now and then. */ passed?: (hours: number) => void }
export interface Result { facts: DebriefFacts[]; calls: number; county: County }

export async function playByRules({ seed, from, hours, responders, way = USUAL_WAY, watch, passed }: Played): Promise<Result> {
  const staff = staffOf(responders);
  const calls = callsOf({ seed, from, hours, places: [] });
  const { service, county, run } = byRules({ staff, receivingTeams: RECEIVING_TEAMS, from, until: plusMinutes(from, hours * 60), ...(watch === undefined ? {} : { watch }) });
  let failed = false;
  const people = playNight(service, { staff, shifts: shiftsOf(staff, from, hours, seed), calls, seed, way }).catch((error: unknown) => {
    failed = true;
    throw error;
  });
  await Promise.all([people, run(() => failed, (at) => passed?.(minutesBetween(from, at) / 60))]);
  return { facts: [...county.files.values()].map(({ file }) => factsOf(file)), calls: calls.length, county };
}
