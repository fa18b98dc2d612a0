// The call being taken, kept through Esc, closing and a reload: in this tab only, for this account only, and until it is saved.
import { useEffect, useRef, useState } from 'react';
import { CallDraft, EMPTY_CALL } from './call-draft.ts';

const PREFIX = 'nightjar.call.';

function read(accountId: string): CallDraft | null {
  try {
    // Somebody else's call names a child who is none of this account's business.
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX) && key !== PREFIX + accountId) sessionStorage.removeItem(key);
    return CallDraft.safeParse(JSON.parse(sessionStorage.getItem(PREFIX + accountId) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

function write(accountId: string, draft: CallDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(PREFIX + accountId);
    else sessionStorage.setItem(PREFIX + accountId, JSON.stringify(draft));
  } catch {
    // Without storage the call is kept until the form is left.
  }
}

export interface KeptCall {
  draft: CallDraft;
  change: (part: Partial<CallDraft>) => void;
  clear: () => void;
  begun: boolean;
}

export function useKeptCall(accountId: string): KeptCall {
  const [kept, setKept] = useState(() => read(accountId));
  const latest = useRef(kept);
  useEffect(() => { latest.current = kept; });
  const keep = (draft: CallDraft | null) => {
    latest.current = draft;
    write(accountId, draft);
    setKept(draft);
  };
  return { draft: kept ?? EMPTY_CALL, change: (part) => keep({ ...latest.current ?? EMPTY_CALL, ...part }), clear: () => keep(null), begun: kept !== null };
}

/** Whether a call was begun and neither saved nor thrown away. */
export const isCallKept = (accountId: string): boolean => read(accountId) !== null;
