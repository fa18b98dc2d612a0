// The imported boundaries for the map; until there are any, or where they cannot be read, the schematic ones.
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { listAreas } from '../../../shared/protocol/places.ts';
import type { OutOf } from '../../../shared/protocol/route.ts';
import { call } from '../../live/api.ts';
import type { MapDistricts } from '../../map/map-model.ts';

const Ring = z.array(z.array(z.number()));
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
]);

const SCHEMATIC: MapDistricts = { kind: 'schematic' };

export function districtsFrom(areas: OutOf<typeof listAreas>): MapDistricts {
  const features = areas.filter(({ served }) => served).flatMap(({ name, geometry }) => {
    const { data } = Geometry.safeParse(geometry);
    return data === undefined ? [] : [{ type: 'Feature' as const, properties: { name }, geometry: data }];
  });
  return features.length === 0 ? SCHEMATIC : { kind: 'imported', geojson: { type: 'FeatureCollection', features } };
}

export function useDistricts(): MapDistricts {
  const { data } = useQuery({ queryKey: ['areas'], queryFn: ({ signal }) => call(listAreas, {}, { signal }), staleTime: Infinity, select: districtsFrom });
  return data ?? SCHEMATIC;
}
