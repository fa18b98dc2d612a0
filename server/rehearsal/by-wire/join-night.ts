// Signs everybody simulated in, each with a screen of their own, and answers the service that they work with.
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Service } from '../service.ts';
import { openDoor, pause, type Tally } from './door.ts';
import { NightClock } from './night-clock.ts';
import { WirePresence } from './presence.ts';
import { Seats } from './seats.ts';
import { openSession } from './session.ts';

export interface Simulated { key: string; username: string }
export interface NightSettings {
  url: string;
  /** What a browser would say that it comes from, where that is not `url`. */
  origin?: string;
  password: string;
  from: Instant;
  endsAt: Instant;
  people: readonly [Simulated, ...Simulated[]];
  /** Takes a problem as a sentence, without personal data. */
  report(problem: string): void;
}

export interface Joined {
  service: Service;
  readonly tally: Readonly<Tally>;
  /** Ends the night for everybody: whoever waits is woken, what a device has kept is sent, within seconds, and every screen is closed. */
  leave(): Promise<void>;
}

const LAST_SENT_WITHIN_MS = 5_000;

/** Resolves once everybody has signed in and seen the night; throws a sentence where somebody cannot. */
export async function joinNight({ url, origin, password, from, endsAt, people, report }: NightSettings): Promise<Joined> {
  const ending = new AbortController();
  const door = openDoor({ url, origin: origin ?? new URL(url).origin, password, ending: ending.signal, report });
  const [clock, seats] = [new NightClock(from, endsAt), new Seats()];
  const signIn = async (person: Simulated) => ({ ...person, session: await openSession(door, person.username) });
  // One before all the others: a wrong password tried by everybody at once would lock out whoever signs in from this machine.
  const first = await signIn(people[0]);
  const sessions = [first, ...await Promise.all(people.slice(1).map(signIn))];
  const presences = new Map(sessions.map(({ key, username, session }) => [key, new WirePresence(door, session, clock, () => seats.isFree(username))]));
  await Promise.all([...presences.values()].map((presence) => presence.seated()));

  const usernames = new Map(people.map(({ key, username }) => [username, key]));
  void seats.watch(door, first.session, (changed) => { for (const username of changed) presences.get(usernames.get(username) ?? '')?.wake(); });

  return {
    service: {
      time: clock,
      presence(key) {
        const presence = presences.get(key);
        if (presence === undefined) throw new Error(`Nobody of the staff list is called ${key}.`);
        return presence;
      },
      over: () => clock.over(),
    },
    tally: door.tally,
    async leave() {
      if (ending.signal.aborted) return;
      clock.end();
      await Promise.race([Promise.all([...presences.values()].map((presence) => presence.unburdened())), pause(LAST_SENT_WITHIN_MS, door.ending)]);
      ending.abort();
      for (const presence of presences.values()) presence.leave();
    },
  };
}
