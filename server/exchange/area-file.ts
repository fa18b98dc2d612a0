// Reads boundaries from GeoJSON (RFC 7946): each feature as an area, or the reason why it is none.
import { z } from 'zod';
import { Line } from '../../shared/protocol/fields.ts';
import type { AreaGeometry } from './area.store.ts';

export interface FileArea { code: string; name: string; geometry: AreaGeometry }
/** `feature` is its code, or its place in the file where it has none. */
export interface RefusedFeature { feature: string; reason: string }

const OFF_THE_GLOBE = 'has coordinates outside WGS84 (is it in British National Grid?)';
const degrees = (most: number) => z.number('has a coordinate that is not a number').min(-most, OFF_THE_GLOBE).max(most, OFF_THE_GLOBE);

/** A height is allowed in the file and dropped. */
const Position = z.tuple([degrees(180), degrees(90)], 'has a coordinate that is not a number').rest(z.number()).transform(([lon, lat]) => [lon, lat] as const);
const Ring = z.array(Position).min(4, 'has a ring of fewer than 4 points').refine(isClosed, 'has a ring that is not closed');
const Polygon = z.array(Ring).min(1, 'has no ring');
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon).min(1, 'has no ring') }),
], 'is not a Polygon or MultiPolygon');
const Properties = z.object({
  code: z.string('has no code').trim().min(1, 'has no code').max(40, 'has a code of more than 40 characters'),
  name: z.unknown().refine((name) => Line.safeParse(name).success, 'has no usable name').pipe(Line),
}, 'has no code');
const Feature = z.object({ properties: Properties, geometry: Geometry });
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

function isClosed(ring: readonly (readonly [number, number])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** Throws a sentence where the whole is no FeatureCollection. Of features with one code, the first stands. */
export function readAreaFile(geojson: unknown): { areas: FileArea[]; refused: RefusedFeature[] } {
  const collection = Collection.safeParse(geojson);
  if (!collection.success) throw new Error('This is not GeoJSON with a FeatureCollection of boundaries.');
  const areas = new Map<string, FileArea>();
  const refused: RefusedFeature[] = [];
  collection.data.features.forEach((feature, index) => {
    const parsed = Feature.safeParse(feature);
    if (!parsed.success) {
      refused.push({ feature: codeOf(feature) ?? `feature ${index + 1}`, reason: parsed.error.issues[0]?.message ?? 'cannot be read' });
      return;
    }
    const { properties: { code, name }, geometry } = parsed.data;
    if (areas.has(code)) refused.push({ feature: code, reason: 'repeats a code' });
    else areas.set(code, { code, name, geometry });
  });
  return { areas: [...areas.values()], refused };
}

const codeOf = (feature: unknown): string | null => z.object({ properties: z.object({ code: z.string().min(1) }) }).safeParse(feature).data?.properties.code ?? null;
