// As whom one is on duty, and what a team-mate is doing, in words.
import { PROFESSION_NAMES, type Profession } from '../../../shared/domain/activity.ts';
import type { DutyView, TeamView } from '../../../shared/protocol/views.ts';

export const dutyAs = (team: TeamView | null, name: string): string => `On duty as ${team?.callSign ?? name}`;

export const AVAILABILITY_WORDS = { free: 'free', 'on-break': 'on a break', sent: 'sent, not yet going', going: 'going', there: 'there' } as const satisfies Record<DutyView['availability'], string>;

export const professionWord = (profession: Profession | null): string => (profession === null ? 'profession not recorded' : PROFESSION_NAMES[profession]);
