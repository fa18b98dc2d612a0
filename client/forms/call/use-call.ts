// The form's fields of the call that is open: read from what is kept of it, and kept at every change.
import { useCallback, useMemo } from 'react';
import { useKeptBody } from '../../live/call-drafts.tsx';
import type { DraftKeeper } from '../../live/draft-keeper.ts';
import { readCall, wordsOf, type CallDraft } from './call-draft.ts';

export interface OpenCall { draft: CallDraft; change: (part: Partial<CallDraft>) => void }

export function useCall(keeper: DraftKeeper): OpenCall {
  const body = useKeptBody(keeper);
  const draft = useMemo(() => readCall(body, keeper.form), [body, keeper]);
  // A pin on the map, an answer from the server: some changes come from an earlier render than the latest keystroke.
  const change = useCallback((part: Partial<CallDraft>) => {
    const next = { ...readCall(keeper.fields?.body ?? null, keeper.form), ...part };
    keeper.change({ door: next.door, words: wordsOf(next), body: JSON.stringify(next) });
  }, [keeper]);
  return { draft, change };
}
