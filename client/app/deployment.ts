// Whether this is a rehearsal, for the pages that are shown before anybody has signed in.

const storageKey = 'nightjar.deployment';

/** The server writes it into the page; a page without it goes by what was true here last. */
export function isRehearsal(): boolean {
  const said = document.querySelector<HTMLMetaElement>('meta[name="deployment"]')?.content;
  if (said === 'live' || said === 'rehearsal') return said === 'rehearsal';
  try {
    return localStorage.getItem(storageKey) === 'rehearsal';
  } catch {
    return false;
  }
}

export function rememberDeployment(kind: 'live' | 'rehearsal'): void {
  try {
    localStorage.setItem(storageKey, kind);
  } catch {
    // Without storage the page says it after signing in.
  }
}
