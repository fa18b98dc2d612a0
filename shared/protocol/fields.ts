// The fields that messages are made of: what text, an instant and a point may be.
import { z } from 'zod';
import { instantOf } from '../domain/instant.ts';

/** Postgres stores neither NUL nor half a surrogate pair: refused here with a sentence rather than there with an error. */
const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

const textOf = (longest: number) => z.string().trim().min(1, 'must not be empty').max(longest).refine(storable, 'contains characters that cannot be stored');
export const Text = textOf(4000);
export const Line = textOf(200);
export const Id = z.uuid();
export const Version = z.int().min(0);
/** In: any ISO 8601 moment with an offset. Kept: UTC with milliseconds. */
export const Instant = z.iso.datetime({ offset: true }).transform(instantOf);
/** Out: as the server writes it. */
export const At = z.string();
export const Lat = z.number().min(-90).max(90);
export const Lon = z.number().min(-180).max(180);
