// A draft as it is typed: shown at once, kept on the server a second later, and never written over what somebody else changed.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DraftPolicy } from '../../shared/domain/policy.ts';
import { readPolicyDraft, savePolicyDraft } from '../../shared/protocol/policies.ts';
import { call, Refused, sentenceOf } from '../live/api.ts';
import { useSend } from '../live/send.ts';

const KEEP_AFTER_MS = 1000;
/** Not among the lists: published or thrown away, it is asked for no more. */
const draftKey = (draftId: string) => ['policy-draft', draftId];

export interface DraftInHand {
  body: DraftPolicy;
  /** What the server has; what is published is that. */
  version: number;
  kept: boolean;
  /** Why it is not kept; null while it is, or will be. */
  problem: { sentence: string; stale: boolean } | null;
  change: (part: Partial<DraftPolicy>) => void;
  /** Tried again after a failure. */
  keepNow: () => Promise<void>;
}

export function useDraftPolicy(draftId: string): { draft: DraftInHand | null; error: Error | null; again: () => Promise<unknown> } {
  const { data, error, refetch } = useQuery({
    queryKey: draftKey(draftId), queryFn: ({ signal }) => call(readPolicyDraft, { draftId }, { signal }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false,
  });
  const queries = useQueryClient();
  const { send } = useSend();
  const [typed, setTyped] = useState<DraftPolicy | null>(null);
  const [version, setVersion] = useState<number | null>(null);
  const [problem, setProblem] = useState<DraftInHand['problem']>(null);
  const saving = useRef(false);
  const current = version ?? data?.version ?? 0;

  const keepNow = useCallback(async () => {
    if (typed === null || saving.current) return;
    saving.current = true;
    try {
      await send(savePolicyDraft, { draftId, expectedVersion: current, body: typed }, { quiet: true });
      setVersion(current + 1);
      // What was typed meanwhile is kept by the next turn.
      setTyped((now) => (now === typed ? null : now));
      queries.setQueryData(draftKey(draftId), (old: typeof data) => (old === undefined ? old : { ...old, body: typed, version: current + 1 }));
      setProblem(null);
    } catch (failure) {
      setProblem({ sentence: sentenceOf(failure), stale: failure instanceof Refused && (failure.code === 'stale' || failure.code === 'not-found') });
    } finally {
      saving.current = false;
    }
  }, [typed, current, draftId, send, queries]);

  useEffect(() => {
    if (typed === null || problem?.stale === true) return undefined;
    const timer = setTimeout(() => void keepNow(), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, keepNow, problem]);

  const body = typed ?? data?.body;
  const change = (part: Partial<DraftPolicy>) => {
    if (body !== undefined) setTyped((now) => ({ ...(now ?? body), ...part }));
  };
  return { draft: body === undefined ? null : { body, version: current, kept: typed === null, problem, change, keepNow }, error, again: refetch };
}
