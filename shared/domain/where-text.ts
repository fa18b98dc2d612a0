// Where, as somebody says it: a grid reference, coordinates, a postcode, or words. What is none of the others is words.
import OsGridRef, { LatLon } from 'geodesy/osgridref.js';
import type { Point } from './distance.ts';

/** How a location was understood; `place` and `pin` come from a choice, the others from what was typed. */
export const UNDERSTOOD_AS = ['place', 'postcode', 'grid-reference', 'coordinates', 'pin', 'words'] as const;
export type UnderstoodAs = (typeof UNDERSTOOD_AS)[number];

export type ReadWhere =
  /** `precisionM`: how large the square or the last decimal is. The point is its middle. `said` is the tidy spelling. */
  | { as: 'grid-reference' | 'coordinates'; point: Point; precisionM: number; said: string }
  | { as: 'postcode'; said: string; outward: string }
  /** `approximate`: "somewhere on …". `search` is what a gazetteer is asked; `postcode` one among the words. */
  | { as: 'words'; approximate: boolean; search: string; postcode: string | null };

const LONGEST = 200;

/** Never throws, whatever it is given. Longer than any address is words. */
export function readWhere(typed: string): ReadWhere {
  const text = tidy(typed);
  return (text.length > LONGEST ? null : readGridReference(text) ?? readNumericGrid(text) ?? readCoordinates(text) ?? readPostcode(text)) ?? readWords(text);
}

/** One spelling of dashes, quotes, widths and spaces; controls and halves of characters go. */
const tidy = (typed: string): string => typed.toWellFormed().normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-').replace(/[\u2018\u2019\u2032\u00b4`]/g, '\'').replace(/[\u201c\u201d\u2033]|''/g, '"')
  .replace(/\p{Cc}|\p{Cf}/gu, ' ').replace(/\s+/g, ' ').trim();

/** Letters of the 500 km square, then of the 100 km square, row by row from the north-west; I is not used. */
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';
const GRID = /^([A-HJ-Z]{2}) ?(\d{2,5}) ?(\d{2,5})$/i;
const RUN_TOGETHER = /^([A-HJ-Z]{2}) ?(\d{4}|\d{6}|\d{8}|\d{10})$/i;
const SQUARE_M = 100_000;

function readGridReference(text: string): ReadWhere | null {
  const together = RUN_TOGETHER.exec(text);
  const half = (together?.[2]?.length ?? 0) / 2;
  const [letters, east, north] = together === null ? GRID.exec(text)?.slice(1) ?? [] : [together[1], together[2]?.slice(0, half), together[2]?.slice(half)];
  if (letters === undefined || east === undefined || north === undefined || east.length !== north.length) return null;
  const [first, second] = [LETTERS.indexOf(letters.charAt(0).toUpperCase()), LETTERS.indexOf(letters.charAt(1).toUpperCase())];
  const column = ((first - 2) % 5) * 5 + (second % 5);
  const row = 19 - Math.floor(first / 5) * 5 - Math.floor(second / 5);
  const precisionM = 10 ** (5 - east.length);
  return atGrid(column * SQUARE_M + Number(east) * precisionM, row * SQUARE_M + Number(north) * precisionM, precisionM, `${letters.toUpperCase()} ${east} ${north}`);
}

const NUMERIC = /^(?:E(?:astings?)? ?)?(\d{6})(?:\.\d+)? ?[, ] ?(?:N(?:orthings?)? ?)?(\d{6,7})(?:\.\d+)?$/i;
function readNumericGrid(text: string): ReadWhere | null {
  const [, east, north] = NUMERIC.exec(text) ?? [];
  return east === undefined || north === undefined ? null : atGrid(Number(east), Number(north), 1, `${east}, ${north}`);
}

/** Great Britain's grid, and nothing beyond it. */
const [MOST_EAST, MOST_NORTH] = [700_000, 1_300_000];

/** The projection without the Ordnance Survey's correction grid: within about 5 m of the ground, which a crew sees across. */
function atGrid(east: number, north: number, precisionM: number, said: string): ReadWhere | null {
  if (!(east >= 0 && east < MOST_EAST && north >= 0 && north < MOST_NORTH)) return null;
  const { lat, lon } = new OsGridRef(east + precisionM / 2, north + precisionM / 2).toLatLon();
  return { as: 'grid-reference', point: { lat, lon }, precisionM, said };
}

/** The grid reference of a point, ten figures; null where the grid does not reach. */
export function gridReferenceOf({ lat, lon }: Point): string | null {
  if (!(lat >= 49 && lat <= 61.5 && lon >= -9.5 && lon <= 3)) return null;
  const { easting, northing } = new LatLon(lat, lon).toOsGrid();
  if (!(easting >= 0 && easting < MOST_EAST && northing >= 0 && northing < MOST_NORTH)) return null;
  const [column, row] = [Math.floor(easting / SQUARE_M), Math.floor(northing / SQUARE_M)];
  const first = (3 - Math.floor(row / 5)) * 5 + Math.floor(column / 5) + 2;
  const second = (4 - (row % 5)) * 5 + (column % 5);
  const figures = (metres: number): string => String(Math.floor(metres % SQUARE_M)).padStart(5, '0');
  return `${LETTERS.charAt(first)}${LETTERS.charAt(second)} ${figures(easting)} ${figures(northing)}`;
}

const NUMBER = String.raw`(\d{1,3}(?:\.\d{1,12})?)`;
/** Degrees, and minutes and seconds where there are any; the letter before or after. */
const angle = (letters: string): string => String.raw`([${letters}])? ?(-)?${NUMBER} ?(?:°|d(?:eg)?)? ?(?:(\d{1,2}(?:\.\d{1,9})?) ?(?:'|m(?:in)?)? ?(?:(\d{1,2}(?:\.\d{1,6})?) ?(?:"|s(?:ec)?)?)?)? ?([${letters}])?`;
const DECIMAL_PAIR = /^(?:lat(?:itude)?:? ?)?(-?\d{1,3}\.\d{2,12})°?(?: ?, ?| )(?:lon(?:g|gitude)?:? ?)?(-?\d{1,3}\.\d{2,12})°?$/i;
const WITH_LETTERS = new RegExp(`^${angle('NS')}(?: ?, ?| )?${angle('EW')}$`, 'i');

function readCoordinates(text: string): ReadWhere | null {
  const pair = DECIMAL_PAIR.exec(text);
  if (pair !== null) return atPoint(...inOrder(Number(pair[1]), Number(pair[2])), decimalsM(Math.min(decimalsOf(pair[1]), decimalsOf(pair[2]))));
  const parts = WITH_LETTERS.exec(text)?.slice(1);
  if (parts === undefined) return null;
  const [lat, lon] = [readAngle(parts.slice(0, 6)), readAngle(parts.slice(6))];
  return lat === null || lon === null ? null : atPoint(lat.degrees, lon.degrees, Math.max(lat.precisionM, lon.precisionM));
}

const decimalsOf = (figures: string | undefined): number => figures?.split('.')[1]?.length ?? 0;
const DEGREE_M = 111_320;
const decimalsM = (decimals: number): number => DEGREE_M / 10 ** decimals;

/** A map that gives longitude first is common, and in this country it cannot be meant the other way. */
const inOrder = (first: number, second: number): [lat: number, lon: number] => (Math.abs(first) <= 9.5 && second >= 49 && second <= 61.5 ? [second, first] : [first, second]);

/** A letter is needed, before it or after: bare figures with spaces may be anything. */
function readAngle([before, minus, degrees, minutes, seconds, after]: (string | undefined)[]): { degrees: number; precisionM: number } | null {
  const letter = before ?? after;
  if (letter === undefined || degrees === undefined || (before !== undefined && after !== undefined) || Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return null;
  if (minutes !== undefined && decimalsOf(degrees) > 0) return null;
  const size = Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  const precisionM = seconds === undefined ? (minutes === undefined ? decimalsM(decimalsOf(degrees)) : decimalsM(decimalsOf(minutes)) / 60) : decimalsM(decimalsOf(seconds)) / 3600;
  return { degrees: (/[SW]/i.test(letter) ? -1 : 1) * (minus === undefined ? 1 : -1) * size, precisionM };
}

function atPoint(lat: number, lon: number, precisionM: number): ReadWhere | null {
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  return { as: 'coordinates', point: { lat, lon }, precisionM, said: `${lat.toFixed(5)}, ${lon.toFixed(5)}` };
}

const POSTCODE = String.raw`([A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)) ?(\d[ABD-HJLNP-UW-Z]{2})`;
const WHOLE_POSTCODE = new RegExp(`^${POSTCODE}$`, 'i');
const LAST_POSTCODE = new RegExp(String.raw`(?:^|[ ,])${POSTCODE}$`, 'i');

function readPostcode(text: string): ReadWhere | null {
  const [, outward, inward] = WHOLE_POSTCODE.exec(text) ?? [];
  return outward === undefined || inward === undefined ? null : { as: 'postcode', said: `${outward} ${inward}`.toUpperCase(), outward: outward.toUpperCase() };
}

const SOMEWHERE = /^(?:somewhere|some where|s\/where) (?:(?:on|in|near|around|along|by|off|at) )?(?:the )?/i;
/** "Flat 3, 12 Elm Street": a gazetteer knows the street. */
const HOUSE = /^(?:(?:flat|unit|room|apartment|apt|floor)\.? ?\w{1,5},? ?)?(?:\d{1,5}[a-z]?(?:[-/]\d{1,5}[a-z]?)?,? )?/i;

function readWords(text: string): ReadWhere {
  const [, outward, inward] = LAST_POSTCODE.exec(text) ?? [];
  const postcode = outward === undefined || inward === undefined ? null : `${outward} ${inward}`.toUpperCase();
  const approximate = SOMEWHERE.test(text);
  const words = (postcode === null ? text : text.replace(LAST_POSTCODE, '')).replace(SOMEWHERE, '');
  return { as: 'words', approximate, search: words.replace(HOUSE, '').trim() || words.trim(), postcode };
}

/** What stands before the street in what was typed: "Flat 3, 12 ", "Somewhere on the ". Kept when the street is chosen from a list. */
export function beforePlace(typed: string): string {
  const text = tidy(typed);
  const read = readWords(text);
  return read.as === 'words' && read.search !== '' ? text.slice(0, Math.max(0, text.indexOf(read.search))) : '';
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Begun, or spelt nearly so: "scotlnd" is Scotland. */
const isNamed = (word: string, names: readonly string[]): boolean =>
  names.some((name) => name.startsWith(word) || (word.length > 3 && name.slice(0, 2) === word.slice(0, 2) && Math.abs(name.length - word.length) <= 2));

/** What was typed, completed by the place that was chosen. Nothing is lost that the place's name does not say: a street stays before its town. */
export function withPlace(typed: string, chosen: string): string {
  const before = beforePlace(typed);
  const search = tidy(typed).slice(before.length);
  const names = wordsOf(chosen);
  const rest = wordsOf(search).findLast((word) => !isNamed(word, names));
  if (rest === undefined) return `${before}${chosen}`;
  const end = search.toLowerCase().lastIndexOf(rest) + rest.length;
  return `${before}${search.slice(0, end)}, ${chosen}`;
}

/** For the screen: how large the spot is that was understood. */
export const precisionText = (precisionM: number): string => (precisionM >= 1000 ? `${Math.round(precisionM / 1000)} km` : `${Math.max(1, Math.round(precisionM))} m`);
