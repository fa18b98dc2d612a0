// Who was said not to be the same, for this incident on this screen alone: a suggestion put away is nobody's record.
import { useMemo } from 'react';
import { useDraft } from '../ui/drafts.ts';

export interface PutAway {
  isPutAway: (otherId: string) => boolean;
  putAway: (otherId: string) => void;
  bringBack: () => void;
}

export function useNotTheSame(personId: string): PutAway {
  const [text, keep] = useDraft(`${personId}.not-the-same`);
  const ids = useMemo(() => new Set(text === '' ? [] : text.split(' ')), [text]);
  return { isPutAway: (otherId) => ids.has(otherId), putAway: (otherId) => keep([...ids, otherId].join(' ')), bringBack: () => keep('') };
}
