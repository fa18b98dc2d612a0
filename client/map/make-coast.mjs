// Writes coast.json and districts-schematic.json; run by hand (`node client/map/make-coast.mjs`), its output is committed.
//
// The coast is Natural Earth's at 1:10,000,000 (npm world-atlas, public domain): right to about 1 km, the Ribble and Wyre
// estuaries blunted. A district is the union of the Voronoi cells of its named places, cut at the coast: the same rule as
// nearestDistrict(), so that what is drawn is what is decided, and just as schematic.
import { readFileSync, writeFileSync } from 'node:fs';
import { Delaunay } from 'd3-delaunay';
import { feature } from 'topojson-client';
import { DISTRICTS } from '../../shared/domain/district.ts';
import { NEIGHBOURS, PLACES } from '../../shared/domain/place-names.ts';
import { anticlockwise, dissolve, intersect, toMultiPolygon } from './clip-rings.mjs';
import { SURROUNDINGS } from './surroundings.ts';

/** A degree of longitude is shorter than one of latitude by this much here: cells are cut in even kilometres. */
const LON_SCALE = Math.cos((53.85 * Math.PI) / 180);

const { west, south, east, north } = SURROUNDINGS;
const box = [[[west, south], [east, south], [east, north], [west, north]]];

const atlas = JSON.parse(readFileSync(new URL('../../node_modules/world-atlas/countries-10m.json', import.meta.url), 'utf8'));
const land = feature(atlas, atlas.objects.countries)
  .features.filter(({ properties }) => ['United Kingdom', 'Isle of Man'].includes(properties.name))
  .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
  .map(([outline]) => anticlockwise(outline));
const coast = intersect(land, box);

const places = [...PLACES, ...NEIGHBOURS];
const voronoi = Delaunay.from(places, ({ lon }) => lon * LON_SCALE, ({ lat }) => lat)
  .voronoi([west * LON_SCALE, south, east * LON_SCALE, north]);
const cellOf = (place) => anticlockwise(voronoi.cellPolygon(places.indexOf(place)).map(([x, y]) => [x / LON_SCALE, y]));

const districts = DISTRICTS.map(({ code, name }) => ({
  type: 'Feature',
  properties: { code, name },
  geometry: {
    type: 'MultiPolygon',
    coordinates: toMultiPolygon(intersect(dissolve(PLACES.filter(({ district }) => district === code).map(cellOf)), coast)),
  },
}));

const write = (file, content) => writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(content)}\n`);
write('coast.json', { type: 'MultiPolygon', coordinates: toMultiPolygon(coast) });
write('districts-schematic.json', { type: 'FeatureCollection', features: districts });
