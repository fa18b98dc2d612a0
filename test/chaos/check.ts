// The judgement of a storm: every rule over what was recorded, each finding a sentence. Pure.
import { alarms } from './check-alarms.ts';
import { assignments } from './check-assignments.ts';
import { chain } from './check-chain.ts';
import { climbing } from './check-climbing.ts';
import { commands } from './check-commands.ts';
import { falls } from './check-falls.ts';
import { owners } from './check-owners.ts';
import { reportTime } from './check-report-time.ts';
import { revocation } from './check-revocation.ts';
import { screens } from './check-screens.ts';
import { sight } from './check-sight.ts';
import { state } from './check-state.ts';
import { transitions } from './check-transitions.ts';
import { versions } from './check-versions.ts';
import type { Finding, History, Rule } from './history.ts';

export const RULES: readonly Rule[] = [commands, assignments, transitions, versions, screens, alarms, climbing, reportTime, owners, sight, revocation, chain, state, falls];

export const check = (history: History): Finding[] => RULES.flatMap(({ name, findings }) => findings(history).map((sentence) => ({ rule: name, sentence })));
