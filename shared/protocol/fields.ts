// The fields that messages are made of: what text, an instant and a point may be.
import { z } from 'zod';
import { instantOf } from '../domain/instant.ts';

/** Postgres stores neither NUL nor half a surrogate pair: refused here with a sentence rather than there with an error. */
const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

const textOf = (longest: number) => z.string().trim().min(1, 'must not be empty').max(longest).refine(storable, 'contains characters that cannot be stored');
export const Text = textOf(4000);
export const Line = textOf(200);
/** One spelling of each: what Postgres takes for the same id must be the same here. */
export const Id = z.uuid().toLowerCase();
export const Version = z.int().min(0);
/** Postgres has no year 0, and five-digit years sort before the others: neither is a date of anybody's life. */
const storableYear = (date: string): boolean => date >= '1800' && date < '3000';
/** In: any ISO 8601 moment with an offset. Kept: UTC with milliseconds. */
export const Instant = z.iso.datetime({ offset: true }).transform(instantOf).refine(storableYear, 'is not a year that can be stored');
export const Day = z.iso.date().refine(storableYear, 'is not a year that can be stored');
/** Out: as the server writes it. */
export const At = z.string();
export const Lat = z.number().min(-90).max(90);
export const Lon = z.number().min(-180).max(180);
