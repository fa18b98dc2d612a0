// What the map is told: plain views of things at a point, knowing nothing of how they came to be.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Point } from '../../shared/domain/distance.ts';
import type { Grade } from '../../shared/domain/grade.ts';
import type { Instant } from '../../shared/domain/instant.ts';

export interface MapIncident extends Point {
  readonly id: string;
  /** Short, as a dispatcher says it: "0047". */
  readonly ref: string;
  readonly grade: Grade;
  readonly selected: boolean;
  /** Past its deadline. */
  readonly late: boolean;
  /** One sentence for whoever hovers. */
  readonly label: string;
}

export interface MapCrew extends Point {
  readonly id: string;
  readonly callSign: string;
  /** When the crew was at this point; the map works out and shows the age. */
  readonly positionAt: Instant;
  readonly selected: boolean;
  readonly label: string;
  /** Where the crew is on its way to; a straight approach line is drawn. */
  readonly goingTo?: Point | null;
  /** Written on that line: "9 min". */
  readonly goingText?: string | null;
}

export interface MapResponder extends Point {
  readonly id: string;
  readonly name: string;
  readonly positionAt: Instant;
  readonly label: string;
  readonly goingTo?: Point | null;
  readonly goingText?: string | null;
}

/** Rings around a point, the smallest first. */
export interface MapReach {
  readonly at: Point;
  readonly rings: readonly { readonly minutes: number; readonly km: number }[];
}

export type MapTargetKind = 'incident' | 'crew' | 'responder';

export interface MapPlace extends Point {
  readonly name: string;
  /** Null: outside the area served, and drawn more quietly. */
  readonly district: string | null;
  readonly rank: 1 | 2 | 3;
}

export type DistrictGeometry = Polygon | MultiPolygon;

/** Imported boundaries carry their name; everything else about them is left to whoever imported them. */
export type MapDistricts =
  | { readonly kind: 'schematic' }
  | { readonly kind: 'imported'; readonly geojson: FeatureCollection<DistrictGeometry, { readonly name: string }> };

/** Choosing a location: a click, a drag, or Enter at the crosshair tells `onPlace`; the pin is drawn where `at` says. */
export interface MapPin {
  readonly at: Point | null;
  readonly onPlace: (at: Point) => void;
}

/** Pixels from the top left of whatever is being drawn on. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}
