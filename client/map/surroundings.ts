// How far the map goes: what make-coast.mjs cuts the coast to, and as far as anyone may pan.
import type { Bounds } from '../../shared/domain/district.ts';

/** Wider than the county, so that a wall screen shows no cut edge. */
export const SURROUNDINGS: Bounds = { south: 52.7, west: -5.2, north: 55.1, east: -0.2 };
