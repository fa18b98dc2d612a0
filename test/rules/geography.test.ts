// Districts, places and distances: what the built-in geography promises until boundaries and a router are there.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { z } from 'zod';
import { COUNTY_BOUNDS, DISTRICTS, districtName, isWithin, nearestDistrict } from '../../shared/domain/district.ts';
import { greatCircleKm, roadMinutes, type Point } from '../../shared/domain/distance.ts';
import { NEIGHBOURS, PLACES } from '../../shared/domain/place-names.ts';

const nameAt = (lat: number, lon: number): string | null => {
  const code = nearestDistrict({ lat, lon });
  return code && districtName(code);
};

describe('the districts', () => {
  test('are the twelve, each once, with about 1.2 million people', () => {
    expect(new Set(DISTRICTS.map(({ code }) => code)).size).toBe(12);
    expect(DISTRICTS.reduce((sum, { populationThousands }) => sum + populationThousands, 0)).toBeCloseTo(1235.4, 1);
  });

  test.each([...DISTRICTS])('$name holds its own centre', ({ code, centre }) => {
    expect(nearestDistrict(centre)).toBe(code);
  });

  // Well-known sites that the gazetteer does not list.
  test.each([
    ['Royal Preston Hospital', 53.7915, -2.7075, 'Preston'],
    ['Royal Lancaster Infirmary', 54.0433, -2.7993, 'Lancaster'],
    ['Lancaster University', 54.0104, -2.7877, 'Lancaster'],
    ['Burnley General Hospital', 53.8098, -2.228, 'Burnley'],
    ['Chorley and South Ribble Hospital', 53.6618, -2.6402, 'Chorley'],
    ['Ormskirk hospital', 53.5651, -2.8716, 'West Lancashire'],
    ['Police headquarters, Hutton', 53.7385, -2.7597, 'South Ribble'],
    ['Penwortham Priory', 53.7553, -2.7236, 'South Ribble'],
    ['Stonyhurst College', 53.8471, -2.4712, 'Ribble Valley'],
    ['Fairhaven Lake', 53.7399, -2.9976, 'Fylde'],
    ['Fleetwood Market', 53.9246, -3.0148, 'Wyre'],
    ['Haworth Art Gallery, Accrington', 53.7419, -2.355, 'Hyndburn'],
    ['Gawthorpe Hall, Padiham', 53.8025, -2.2952, 'Burnley'],
    ['The Whitaker, Rawtenstall', 53.7009, -2.2995, 'Rossendale'],
    ['Wycoller', 53.8489, -2.1046, 'Pendle'],
  ])('%s is where it should be', (_site, lat, lon, district) => {
    expect(nameAt(lat, lon)).toBe(district);
  });

  test.each([
    ['Blackpool Tower', 53.8159, -3.0553],
    ['Royal Blackburn Hospital', 53.7355, -2.4615],
    ['Southport pier', 53.6553, -3.0203],
    ['Skipton Castle', 53.9638, -2.0151],
    ['Manchester Town Hall', 53.4792, -2.2446],
    ['Trafalgar Square', 51.508, -0.1281],
    ['nowhere at all', 0, 0],
  ])('%s is in none of them', (_site, lat, lon) => {
    expect(nearestDistrict({ lat, lon })).toBeNull();
  });
});

describe('the gazetteer', () => {
  test.each([...DISTRICTS])('has at least six places in $name, one of them a town', ({ code }) => {
    const places = PLACES.filter(({ district }) => district === code);
    expect(places.length).toBeGreaterThanOrEqual(6);
    expect(places.some(({ rank }) => rank === 1)).toBe(true);
  });

  test('lists no place twice in a district, and none outside the county', () => {
    expect(new Set(PLACES.map(({ name, district }) => `${name} ${district}`)).size).toBe(PLACES.length);
    expect(PLACES.filter((place) => !isWithin(COUNTY_BOUNDS, place))).toEqual([]);
  });

  // A slip in one digit of a coordinate lands a village in another part of the county.
  test('puts each place among the others of its district', () => {
    const alone = PLACES.filter((place) => {
      const nearby = PLACES.filter((other) => other !== place).sort((a, b) => greatCircleKm(place, a) - greatCircleKm(place, b));
      return !nearby.slice(0, 5).some(({ district }) => district === place.district);
    });
    expect(alone).toEqual([]);
  });

  test('keeps Blackpool and Blackburn as neighbours that are not served', () => {
    for (const name of ['Blackpool', 'Blackburn', 'Darwen']) {
      expect(NEIGHBOURS.find((place) => place.name === name)?.district).toBeNull();
      expect(PLACES.some((place) => place.name === name)).toBe(false);
    }
  });
});

describe('the schematic districts that the map draws', () => {
  const position = z.tuple([z.number(), z.number()]);
  const drawn = z.object({ features: z.array(z.object({
    properties: z.object({ code: z.string() }),
    geometry: z.object({ coordinates: z.array(z.array(z.array(position))) }),
  })) }).parse(JSON.parse(readFileSync('client/map/districts-schematic.json', 'utf8'))).features;

  const isIn = (rings: readonly (readonly [number, number][])[], { lat, lon }: Point): boolean =>
    rings.flatMap((ring) => ring.slice(1).map((end, at) => [ring[at] ?? end, end] as const))
      .filter(([[ax, ay], [bx, by]]) => ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax).length % 2 === 1;
  const drawnAt = (point: Point): readonly string[] =>
    drawn.filter(({ geometry }) => isIn(geometry.coordinates.flat(), point)).map(({ properties }) => properties.code);

  // After a change to the gazetteer: node client/map/make-coast.mjs
  test('are those of the rule, wherever there is land', () => {
    const step = fc.integer({ min: 1, max: 99 });
    fc.assert(fc.property(step, step, (north, east) => {
      const lat = COUNTY_BOUNDS.south + ((COUNTY_BOUNDS.north - COUNTY_BOUNDS.south) * north) / 100;
      const lon = COUNTY_BOUNDS.west + ((COUNTY_BOUNDS.east - COUNTY_BOUNDS.west) * east) / 100;
      const codes = drawnAt({ lat, lon });
      expect(codes.length).toBeLessThanOrEqual(1);
      // A cell is cut in flat degrees and the rule measures on the sphere: within 200 m of a border they may differ.
      const around = [0, 0.002, -0.002].flatMap((dy) => [0, 0.003, -0.003].map((dx) => nearestDistrict({ lat: lat + dy, lon: lon + dx })));
      for (const code of codes) expect(around).toContain(code);
    }));
  });
});

describe('distance', () => {
  const point = fc.record({
    lat: fc.double({ min: -89, max: 89, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  test('Preston to Burnley is some 30 km, and an hour and a quarter at most', () => {
    const [preston, burnley] = [{ lat: 53.759, lon: -2.699 }, { lat: 53.789, lon: -2.248 }];
    expect(greatCircleKm(preston, burnley)).toBeCloseTo(29.8, 1);
    expect(roadMinutes(preston, burnley)).toEqual({ minutes: expect.closeTo(58.2, 0), basis: 'straight-line' });
  });

  test('is nothing to the point itself, the same both ways, and never longer than half the globe', () => {
    fc.assert(fc.property(point, point, (a, b) => {
      expect(greatCircleKm(a, a)).toBe(0);
      expect(greatCircleKm(a, b)).toBeCloseTo(greatCircleKm(b, a), 6);
      expect(greatCircleKm(a, b)).toBeLessThanOrEqual(20_016);
    }));
  });

  test('is never shortened by going round by a third point', () => {
    fc.assert(fc.property(point, point, point, (a, b, c) => {
      // A metre: towards the far side of the globe rounding costs the formula up to 20 cm.
      expect(greatCircleKm(a, c)).toBeLessThanOrEqual(greatCircleKm(a, b) + greatCircleKm(b, c) + 1e-3);
    }));
  });

  test('and the drive grows with it', () => {
    fc.assert(fc.property(point, point, point, (a, b, c) => {
      const [near, far] = [b, c].sort((p, q) => greatCircleKm(a, p) - greatCircleKm(a, q));
      if (near && far) expect(roadMinutes(a, near).minutes).toBeLessThanOrEqual(roadMinutes(a, far).minutes);
    }));
  });
});
