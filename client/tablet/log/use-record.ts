// The whole record of one incident: asked for when it is opened and again when it has changed, the last answer kept meanwhile. Each reading is logged.
import { useQuery } from '@tanstack/react-query';
import { readIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentRecord } from '../../../shared/protocol/views.ts';
import { call, Unreachable } from '../../live/api.ts';
import { useLiveSeq } from '../../live/live-store.tsx';

export interface RecordHere {
  record: IncidentRecord | null;
  /** The newest was asked for and has not been answered: what is shown is what was known then. */
  isUnanswered: boolean;
}

const againMs = 5_000;

export function useRecord(incidentId: string): RecordHere {
  const seq = useLiveSeq('incident', incidentId);
  const { data, failureCount } = useQuery({
    queryKey: ['tablet.record', incidentId, seq],
    queryFn: ({ signal }) => call(readIncident, { incidentId }, { signal }),
    placeholderData: (last) => (last?.incident.id === incidentId ? last : undefined),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    // Without signal it is asked for until there is some; whether there is, the browser does not know.
    networkMode: 'always',
    retry: (_, error) => error instanceof Unreachable,
    retryDelay: againMs,
  });
  return { record: data ?? null, isUnanswered: failureCount > 0 };
}
