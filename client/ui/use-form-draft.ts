// A form's fields while nobody has sent them: kept by key, so that Esc and another incident lose nothing.
import { useEffect, useMemo, useRef } from 'react';
import type { z } from 'zod';
import { useDraft } from './drafts.ts';

export interface FormDraft<T> {
  draft: T;
  change: (part: Partial<T>) => void;
  clear: () => void;
  /** Something has been written that sending has not yet taken away. */
  touched: boolean;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function useFormDraft<T extends object>(key: string, schema: z.ZodType<T>, empty: T): FormDraft<T> {
  const [kept, keep] = useDraft(key);
  const found = useMemo(() => (kept === '' ? null : schema.safeParse(parsed(kept)).data ?? null), [schema, kept]);
  const draft = found ?? empty;
  // A pin on the map, an answer from the server: some changes come from an earlier render than the latest keystroke.
  const latest = useRef(draft);
  useEffect(() => { latest.current = draft; });
  const change = (part: Partial<T>) => {
    latest.current = { ...latest.current, ...part };
    keep(JSON.stringify(latest.current));
  };
  return { draft, change, clear: () => keep(''), touched: found !== null };
}
