// The focus follows what is opened and closed by key: into the case, and back to its line in the lists, or to what now stands beside them.
import { useEffect, useRef } from 'react';
import { focusPane } from './case/use-focus-to-pane.ts';
import type { Opened } from './opened.tsx';

export function useFocusBeside(opened: Opened | null): void {
  const before = useRef<Opened | null>(null);
  useEffect(() => {
    const left = before.current;
    before.current = opened;
    // Only where nobody has the focus: a form takes it for itself, and a hand in the lists keeps its place there.
    if (document.activeElement !== document.body || (opened === null && left === null)) return;
    const line = opened === null && left !== null && 'id' in left ? document.querySelector<HTMLElement>(`[data-case="${left.id}"]`) : null;
    if (line === null) focusPane();
    else line.focus();
  }, [opened]);
}
