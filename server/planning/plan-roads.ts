// What a router knows of the drives of a plan. It hears points alone, and never that of an address that must stay secret: those drives are the straight line's.
import type { Point } from '../../shared/domain/distance.ts';
import type { Router } from '../router/router.ts';
import { openPlacesOf } from './question.ts';
import type { Drives, Situation } from './situation.ts';

const keyOf = ({ lat, lon }: Point): string => `${lat},${lon}`;

export async function drivesOf(situation: Situation, router: Router | null): Promise<Drives | null> {
  if (router === null) return null;
  const places = [...new Map(openPlacesOf(situation).map((place) => [keyOf(place), place])).values()];
  const minutes = await router.between(places);
  const rows = new Map(places.map((place, index) => [keyOf(place), index]));
  return (from, to) => minutes[rows.get(keyOf(from)) ?? -1]?.[rows.get(keyOf(to)) ?? -1] ?? null;
}
