// Whether each screen comes to show what a fresh snapshot says, and how soon after the healing.
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ENTITIES } from '../../shared/protocol/live.ts';
import { byId } from '../support/watching.ts';
import type { Revocation, Screen, Shows } from './history.ts';
import { readSnapshot, showsOf, type RecordingScreen } from './recording-screen.ts';

const NOTHING: Shows = { incident: [], duty: [], team: [], handover: [], overnightNote: [], night: [], silentSource: [], sos: [] };
const LOOK_MS = 60;
/** Looked at for longer than is allowed: the finding then says how late it was. */
const PATIENCE_MS = 8_000;

export const agreement = (screens: readonly RecordingScreen[], revocations: readonly Revocation[], urls: readonly string[], healedAt: number): Promise<Screen[]> =>
  Promise.all(screens.map(async (screen, index): Promise<Screen> => {
    const { id, staffId } = screen;
    if (revocations.some((one) => one.screens.includes(id))) return { id, staffId, ended: null };
    for (;;) {
      // A snapshot costs the server as much as ten commands: it is asked for once there is something to compare.
      while (!screen.current() && Date.now() < healedAt + PATIENCE_MS) await sleep(LOOK_MS);
      const snapshot = await readSnapshot(urls[index % urls.length] ?? '', screen.cookie).catch(() => null);
      const agrees = snapshot !== null && screen.current() && isDeepStrictEqual(inOrder(screen.shows()), inOrder(showsOf(snapshot)));
      const passed = Date.now() - healedAt;
      if (snapshot !== null && (agrees || passed > PATIENCE_MS)) return { id, staffId, ended: { shows: inOrder(screen.shows()), snapshot: inOrder(showsOf(snapshot)), agreedAfterMs: agrees ? passed : null } };
      if (passed > 2 * PATIENCE_MS) return { id, staffId, ended: { shows: inOrder(screen.shows()), snapshot: NOTHING, agreedAfterMs: null } };
      await sleep(LOOK_MS);
    }
  }));

/** A closed incident stays on the screens that had it, marked closed; a snapshot leaves it out. */
export function inOrder(shows: Shows): Shows {
  const [incident, duty, team, handover, overnightNote, night, silentSource, sos] = ENTITIES.map((entity) => byId(shows[entity].filter((one) => !(entity === 'incident' && 'state' in one && one.state === 'closed'))));
  return { incident: incident ?? [], duty: duty ?? [], team: team ?? [], handover: handover ?? [], overnightNote: overnightNote ?? [], night: night ?? [], silentSource: silentSource ?? [], sos: sos ?? [] };
}
