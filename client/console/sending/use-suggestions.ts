// Asks who could be sent, and asks again as the night moves: when the incident or somebody's availability changes, when somebody is held or let go, and every few seconds for the positions.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { suggestForTask, type Suggestions } from '../../../shared/protocol/suggestions.ts';
import { call, sentenceOf } from '../../live/api.ts';
import type { Crew } from '../board/crew.ts';

const AGAIN_MS = 10_000;

export interface Suggested {
  /** Null until it was first answered. */
  answer: Suggestions | null;
  failed: string | null;
}

const nightOf = (crews: readonly Crew[]): string => crews.flatMap(({ members }) => members.map(({ duty: { id, availability, teamId } }) => `${id}${availability}${teamId ?? ''}`)).join();

export function useSuggestions(taskId: string | null, insteadOf: readonly string[], version: number, crews: readonly Crew[], held: string): Suggested {
  const { data, error } = useQuery({
    // Not kept once the form is closed: it names people and where they are.
    queryKey: ['suggestions', taskId, insteadOf.join(), version, nightOf(crews), held], enabled: taskId !== null, gcTime: 0, retry: false, refetchInterval: AGAIN_MS, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => (taskId === null ? null : call(suggestForTask, { taskId, insteadOf: [...insteadOf] }, { signal })),
  });
  return { answer: data?.taskId === taskId ? data ?? null : null, failed: error === null ? null : sentenceOf(error) };
}
