// What is known of a person elsewhere: who may be the same, and where they were named. Read once as it is opened, and again only when asked: each reading is logged.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { findAlike, readPersonHistory } from '../../shared/protocol/people.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import { call } from '../live/api.ts';
import { useServerNow } from '../live/live-store.tsx';

export type NamedPerson = IncidentView['people'][number];

// Not kept once it is left: it names people.
const ONCE = { gcTime: 0, staleTime: Infinity, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** Without a name or a date of birth there is nothing to go by, and nothing is asked. */
export const canBeLookedUp = ({ said, more }: Pick<NamedPerson, 'said' | 'more'>): boolean => said.name !== null || said.bornOn !== null || more.aliases.length > 0;

export function useAlike(incident: Pick<IncidentView, 'id' | 'location'>, person: NamedPerson) {
  const address = incident.location?.label ?? null;
  return useQuery({
    ...ONCE, queryKey: ['alike', person.personId, person.factsId, address], enabled: canBeLookedUp(person),
    queryFn: ({ signal }) => call(findAlike, { ...person.said, aliases: person.more.aliases, address, notOf: incident.id, besides: person.personId }, { signal }),
  });
}

/** With the moment at which it was asked, by the deployment's clock: what came after may be missing. */
export function usePersonHistory({ personId, factsId }: Pick<NamedPerson, 'personId' | 'factsId'>) {
  const serverNow = useServerNow();
  return useQuery({
    ...ONCE, queryKey: ['person-history', personId, factsId], queryFn: async ({ signal }) => {
      const readAt = serverNow();
      return { ...await call(readPersonHistory, { personId }, { signal }), readAt };
    },
  });
}

/** After a link is made or undone, and when somebody asks. */
export function useReadAgain(personId: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return useCallback(() => Promise.all(['alike', 'person-history'].map((what) => queries.invalidateQueries({ queryKey: [what, personId] }))), [queries, personId]);
}
