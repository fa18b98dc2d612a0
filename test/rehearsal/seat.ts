// A seat to look on from: signed in beside whoever plays it, and marked as simulated, so that they play on.
import { RehearsalView } from '../../shared/protocol/rehearsal.ts';

/** Whose screens are looked at, and where. */
export const SEATS = [
  { username: 'coordinator', paths: ['/console', '/wall'] }, { username: 'coordinator3', paths: [] }, { username: 'supervisor', paths: ['/console'] }, { username: 'edt', paths: ['/desk'] },
  { username: 'responder1', paths: ['/tablet'] }, { username: 'responder2', paths: ['/tablet'] }, { username: 'dayteam', paths: ['/desk'] },
] as const;
export type Looked = (typeof SEATS)[number];

export interface Seat {
  readonly username: string;
  readonly paths: readonly string[];
  cookie(): string;
  rehearsal(): Promise<RehearsalView>;
  /** A session that nobody uses ends: a page that stands open does not count. */
  keepSignedIn(): Promise<void>;
}

const PASSWORD = 'nightjar-by-night';

export async function seatAt(url: string, { username, paths }: Looked): Promise<Seat> {
  const ask = (method: string, path: string, body?: object): Promise<Response> => fetch(`${url}/api${path}`, {
    method, headers: { origin: url, cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  let cookie = '';
  const signIn = async (): Promise<void> => {
    const answer = await ask('POST', '/session', { username, password: PASSWORD });
    if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}`);
    cookie = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '').join('; ');
    const marked = await ask('POST', '/rehearsal/simulated', {});
    if (!marked.ok) throw new Error(`${username} could not be marked as simulated: ${marked.status}`);
  };
  await signIn();
  return {
    username, paths, cookie: () => cookie,
    rehearsal: async () => RehearsalView.parse(await (await ask('GET', '/rehearsal')).json()),
    async keepSignedIn() { if ((await ask('GET', '/me')).status === 401) await signIn(); },
  };
}
