// By when a handover must be taken over, as the sender hears it before sending; the server sets the clock itself.
import { nextWorkingDayAt } from '../../../shared/domain/working-time.ts';
import { instantOf } from '../../../shared/domain/instant.ts';
import type { ReceivingTeamView } from '../../../shared/protocol/handovers.ts';
import { clockTime, dayText } from '../../ui/time-text.ts';

export function dueText(team: Pick<ReceivingTeamView, 'kind' | 'startsAt' | 'hasAccounts' | 'name'>, now: Date): string {
  const dueAt = nextWorkingDayAt(instantOf(now), team.startsAt);
  const by = team.kind === 'day-team'
    ? `To be taken over by ${dayText(dueAt, now)} ${clockTime(dueAt)}, the next working day.`
    : 'The desk is awake: somebody there takes it over by name, and its clock is short.';
  return team.hasAccounts ? by : `${by} ${team.name} has no accounts here: ring them, and record who took it.`;
}
