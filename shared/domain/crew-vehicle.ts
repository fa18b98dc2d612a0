// A crew's vehicle needs somebody among those who go who may drive it, where the policy says so (docs/practice.md, Sending).
import type { Id } from './incident-file.ts';
import type { Skill } from './skill.ts';

export interface Rider { teamId: Id | null; vehicle: string | null; skills: readonly Skill[] }

/** The vehicle of a crew that nobody among these may drive; `under way`: crews that are out with it already. Whoever has no crew, or a crew without a vehicle, comes as they do. */
export function undrivenVehicle(going: readonly Rider[], underWay: readonly (Id | null)[] = []): string | null {
  const without = going.find(({ teamId, vehicle }) => teamId !== null && vehicle !== null && !underWay.includes(teamId) && !going.some((other) => other.teamId === teamId && other.skills.includes('driver')));
  return without?.vehicle ?? null;
}
