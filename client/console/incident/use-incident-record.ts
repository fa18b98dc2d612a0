// The whole record of one incident with its timeline, asked again whenever the live board says that it has changed.
import { useQuery } from '@tanstack/react-query';
import { readIncident } from '../../../shared/protocol/incidents.ts';
import type { IncidentRecord, IncidentView } from '../../../shared/protocol/views.ts';
import { call, Refused, sentenceOf } from '../../live/api.ts';
import { useLiveOne, useLiveSeq } from '../../live/live-store.tsx';

export interface OpenRecord {
  /** The newer of what is live and what was read; null until either is there. */
  incident: IncidentView | null;
  record: IncidentRecord | null;
  /** Why the record could not be read, in a sentence. */
  failed: string | null;
  again: () => void;
}

export function useIncidentRecord(id: string): OpenRecord {
  const live = useLiveOne('incident', id) ?? null;
  const seq = useLiveSeq('incident', id);
  const { data, error, refetch } = useQuery({
    queryKey: ['incident', id, seq], queryFn: ({ signal }) => call(readIncident, { incidentId: id }, { signal }),
    placeholderData: (last) => (last?.incident.id === id ? last : undefined),
  });

  // Restricted or withdrawn while it was being looked at: what was read before is no longer ours to show.
  const isGone = error instanceof Refused && error.code === 'not-found';
  const record = isGone ? null : data ?? null;
  const newest = live !== null && (record === null || live.version >= record.incident.version) ? live : record?.incident ?? null;
  return { incident: newest, record, failed: error === null ? null : sentenceOf(error), again: () => void refetch() };
}
