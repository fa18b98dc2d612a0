// A choice that lasts as long as one duty and survives a reload: the key, and whose duty it was made in. Never anything about a person.
import { useState } from 'react';

function saved(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function save(key: string, dutyId: string | null): void {
  try {
    if (dutyId === null) localStorage.removeItem(key);
    else localStorage.setItem(key, dutyId);
  } catch {
    // A browser without storage keeps the choice until the page is left.
  }
}

/** Off in every new duty. */
export function useKeptChoice(name: string, dutyId: string): [boolean, (on: boolean) => void] {
  const key = `nightjar.${name}`;
  const [madeIn, setMadeIn] = useState(() => saved(key));
  return [madeIn === dutyId, (on) => {
    setMadeIn(on ? dutyId : null);
    save(key, on ? dutyId : null);
  }];
}
