// Which of my tasks I have opened: a new one stays loud until then, across a reload too. Ids alone are kept.
import { useState } from 'react';

const key = 'nightjar.opened-tasks';
const longest = 50;

function saved(): readonly string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ').filter((id) => id !== '');
  } catch {
    return [];
  }
}

function save(ids: readonly string[]): void {
  try {
    localStorage.setItem(key, ids.join(' '));
  } catch {
    // A browser without storage asks again after a reload: louder than need be, never quieter.
  }
}

export interface Opened { has: (id: string) => boolean; add: (id: string) => void }

/** Assignments that were opened, and endings that were read. */
export function useOpened(): Opened {
  const [ids, setIds] = useState(saved);
  return {
    has: (id) => ids.includes(id),
    add: (id) => {
      const next = [...ids.filter((known) => known !== id), id].slice(-longest);
      setIds(next);
      save(next);
    },
  };
}
