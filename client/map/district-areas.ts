// The districts as the map draws them: the schematic cells that come with the product, or boundaries that were imported.
import type { Feature } from 'geojson';
import type { Point } from '../../shared/domain/distance.ts';
import schematic from './districts-schematic.json';
import { labelAnchor } from './label-anchor.ts';
import type { DistrictGeometry, MapDistricts } from './map-model.ts';

export interface DistrictArea {
  readonly name: string;
  readonly anchor: Point;
  readonly feature: Feature<DistrictGeometry>;
}

const areaOf = (name: string, geometry: DistrictGeometry): DistrictArea => ({
  name,
  anchor: labelAnchor(geometry),
  feature: { type: 'Feature', properties: {}, geometry },
});

const SCHEMATIC: readonly DistrictArea[] = schematic.features.map(({ properties, geometry }) =>
  areaOf(properties.name, { type: 'MultiPolygon', coordinates: geometry.coordinates }),
);

export const districtAreas = (districts: MapDistricts): readonly DistrictArea[] =>
  districts.kind === 'schematic' ? SCHEMATIC : districts.geojson.features.map(({ properties, geometry }) => areaOf(properties.name, geometry));
