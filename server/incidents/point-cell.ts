// A point on the map as the number of its cell, about 55 m square here, so that an index finds what lies near it in the order of time. The migration says the same in SQL.
const LAT_DEGREES = 0.0005;
const LON_DEGREES = 0.0008;
const ROW = 1_000_000;
/** Half way round, so that no column is below zero. */
const EAST = 500_000;

const cell = (row: number, column: number): number => row * ROW + column + EAST;
const rowOf = (lat: number): number => Math.floor(lat / LAT_DEGREES);
const columnOf = (lon: number): number => Math.floor(lon / LON_DEGREES);

export const cellOf = (lat: number, lon: number): number => cell(rowOf(lat), columnOf(lon));

/** From a cell to itself and to the eight around it: everything within 50 m, in this country's latitudes, is in one of them. */
export const AROUND: readonly number[] = [-1, 0, 1].flatMap((up) => [-1, 0, 1].map((right) => up * ROW + right));
export const cellsAround = (lat: number, lon: number): number[] => AROUND.map((step) => cellOf(lat, lon) + step);
