// People who sign in with a real password, and requests as a page or anybody else may send them.
import { hashPassword } from '../../server/identity/password.ts';
import { known } from './night.ts';
import type { Answer, Person, TestServer } from './server.ts';

export const PASSWORD = 'lapwing-over-the-moss';
export const REFUSED = { status: 401, body: { code: 'wrong-sign-in' } };
export const SIGNED_OUT = { status: 401, body: { code: 'not-signed-in' } };

/** Each hash takes as long as it should: one for all. */
let hashed: Promise<string> | undefined;

export function signingInto(server: () => TestServer) {
  /** Somebody who signs in with the password. */
  async function withPassword(): Promise<Person> {
    const person = await server().person('coordinator');
    hashed ??= hashPassword(PASSWORD);
    await server().db.query('UPDATE account SET password_hash = $2 WHERE id = $1', [person.accountId, await hashed]);
    return person;
  }
  async function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer & { cookies: string[] }> {
    const response = await fetch(`${server().url}/api${path}`, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json(), cookies: response.headers.getSetCookie() };
  }
  const signIn = (username: string, password: string) => send('POST', '/session', { username, password });
  /** The same person with a session of their own making. */
  async function again(person: Person): Promise<Person> {
    const { cookies } = await signIn(person.username, PASSWORD);
    const cookie = known(cookies[0]?.split(';')[0]);
    return { ...person, cookie, raw: (method, path, body, headers = {}) => person.raw(method, path, body, { cookie, ...headers }) };
  }
  return { withPassword, send, signIn, again };
}

export const me = (person: Person): Promise<Answer> => person.raw('GET', '/api/me');
