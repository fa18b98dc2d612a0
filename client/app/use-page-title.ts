// What the browser's tab says, and what a screen reader says first: `Console · Nightjar`.
import { useEffect } from 'react';

export function usePageTitle(title: string): void {
  useEffect(() => { document.title = `${title} · Nightjar`; }, [title]);
}
