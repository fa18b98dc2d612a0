// What the JSON frames of an archive say, and how they are written and read.
import { z } from 'zod';
import { damaged, type Frame, type FrameCursor, type FrameKind } from './frames.ts';

export const ARCHIVE_FORMAT = 2;
/** Format 1 did not say of which kind of deployment it is: its rows do. */
const READABLE_FORMATS = [1, ARCHIVE_FORMAT];

/** All that is asked of an archive before its format is known. */
export const anyArchiveHead = z.looseObject({ nightjarArchive: z.int() });

export const archiveHead = z.strictObject({
  nightjarArchive: z.literal(READABLE_FORMATS),
  /** Null for a database that was never opened. */
  deployment: z.enum(['live', 'rehearsal']).nullable().default(null),
  /** Of the Nightjar that made it. */
  productVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** In the order in which they ran. */
  migrations: z.array(z.string()),
});
export type ArchiveHead = z.infer<typeof archiveHead>;

export const archivedTable = z.strictObject({ name: z.string(), columns: z.array(z.string()) });

const archivedTotals = z.strictObject({ name: z.string(), rows: z.int(), sha256: z.string() });
export type ArchivedTotals = z.infer<typeof archivedTotals>;

/** Values are text: a bigint does not fit a JSON number. */
const archivedSequence = z.strictObject({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() });
export type ArchivedSequence = z.infer<typeof archivedSequence>;

export const archiveManifest = z.strictObject({ tables: z.array(archivedTotals), sequences: z.array(archivedSequence) });
export type ArchiveManifest = z.infer<typeof archiveManifest>;

export function jsonFrame(kind: FrameKind, value: unknown): Frame {
  return { kind, payload: Buffer.from(JSON.stringify(value)) };
}

/** The next frame, if it is of that kind. */
export async function takeJson<T>(frames: FrameCursor, kind: FrameKind, schema: z.ZodType<T>): Promise<T | undefined> {
  const frame = await frames.take(kind);
  if (!frame) return undefined;
  try {
    return schema.parse(JSON.parse(frame.payload.toString('utf8')));
  } catch (cause) {
    throw damaged('a part of it cannot be understood', cause);
  }
}
