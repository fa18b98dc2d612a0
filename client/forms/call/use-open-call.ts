// The call that is open at this screen: one's own latest, or a new one.
import { useEffect, useRef } from 'react';
import { useCallDrafts } from '../../live/call-drafts.tsx';
import type { DraftKeeper } from '../../live/draft-keeper.ts';

/** Null until it is known which. */
export function useOpenCall(): DraftKeeper | null {
  const { keeper, start } = useCallDrafts();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void start();
  });
  return keeper;
}
