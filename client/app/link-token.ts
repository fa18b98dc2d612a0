// The token of a one-time link. It stands in the address's fragment, which is sent to no server and so kept in no log.

let token = '';

/** Takes it out of the address bar at once, where the next person at this machine would find it. */
export function takeLinkToken(): string {
  if (window.location.hash.length > 1) {
    token = window.location.hash.slice(1);
    window.history.replaceState(null, '', window.location.pathname);
  }
  return token;
}
