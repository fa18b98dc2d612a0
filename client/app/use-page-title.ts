// What the browser's tab says, and what a screen reader says first: `Console · Nightjar`, and of a rehearsal that it is one.
import { useEffect } from 'react';
import { isRehearsal } from './deployment.ts';

export function usePageTitle(title: string): void {
  useEffect(() => { document.title = `${isRehearsal() ? 'Rehearsal: ' : ''}${title} · Nightjar`; }, [title]);
}
