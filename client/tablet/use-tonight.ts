// What this responder has tonight: the duty, the team, the work in order, the calls raised; with what was said here laid over it.
import type { DutyView, TeamView } from '../../shared/protocol/views.ts';
import { useLiveList, useLiveOne } from '../live/live-store.tsx';
import { useMe } from '../live/me.tsx';
import { useReports } from './use-reports.ts';
import { raisedOnly, shownOf, workOf, type Shown, type Work } from './work.ts';

export interface Tonight {
  duty: DutyView | null;
  team: TeamView | null;
  shown: readonly Shown[];
  works: readonly Work[];
  /** Calls that I raised and was not sent to. */
  raised: readonly Shown[];
}

export function useTonight(dutyId: string, teamId: string | null): Tonight {
  const me = useMe();
  const duty = useLiveOne('duty', dutyId) ?? null;
  const team = useLiveOne('team', (duty === null ? teamId : duty.teamId) ?? '') ?? null;
  const shown = shownOf(useLiveList('incident'), useReports());
  return { duty, team, shown, works: workOf(shown, { staffId: me.staffId, dutyId }), raised: raisedOnly(shown, me) };
}
