// Routes about where: the gazetteer and the areas on the map. What is searched for may be somebody's address, so it travels in a body, never in an address.
import { z } from 'zod';
import { Line } from './fields.ts';
import { route } from './route.ts';

export const PlaceView = z.strictObject({ id: z.string(), name: z.string(), district: z.string().nullable(), districtCode: z.string().nullable(), lat: z.number(), lon: z.number(), served: z.boolean() });
export type PlaceView = z.infer<typeof PlaceView>;
export const AreaView = z.strictObject({ code: z.string(), name: z.string(), served: z.boolean(), geometry: z.unknown().meta({ description: 'GeoJSON Polygon or MultiPolygon, WGS84' }) });

export const findPlaces = route('POST', '/places/search', { summary: 'Places by name, forgiving of spelling, likeliest first', may: ['coordinator', 'supervisor', 'edt', 'responder'], body: { q: Line }, out: z.array(PlaceView) });
export const listAreas = route('GET', '/areas', { summary: 'The imported boundaries; empty before an import', may: 'signed-in', out: z.array(AreaView) });
