// Whose screens stand in the storm: each role, over both servers, and those who lose their access in the middle of it.
import type { GuardedServer } from './guarded-server.ts';
import type { People, Worker } from './people.ts';
import { openScreen, type RecordingScreen, type Tape } from './recording-screen.ts';

export function openScreens({ cast, administrator, leaving, all }: People, servers: readonly [GuardedServer, GuardedServer], tape: Tape): RecordingScreen[] {
  const [A, B] = servers;
  const analyst = all.filter(({ grants }) => grants.some(({ role }) => role === 'analyst'));
  const watched: readonly (Worker | undefined)[] = [cast.coordinators[0], cast.supervisors[0], cast.edt[0], cast.responders[0], cast.responders[2], cast.receivers[0], cast.receivers[1], administrator, ...analyst, ...leaving];
  return watched.filter((person) => person !== undefined).map(({ staffId, screenCookie }, id) => openScreen({ id, staffId, cookie: screenCookie }, id % 2 === 0 ? [A, B] : [B, A], tape));
}
