// The archive on disk: gzip of frames, and a frame is one letter, a 32-bit big-endian length and that many bytes.
//
//   H  head      JSON: what made the archive, when, and the migrations that its tables belong to; the first frame
//   T  table     JSON: a table's name and columns; the D frames up to the next T or M are its rows
//   D  data      a piece of PostgreSQL's COPY text, cut anywhere
//   M  manifest  JSON: each table's row count and SHA-256, and the sequences
//   S  seal      SHA-256, in binary, of every byte before this frame; the last frame
//
// The seal finds damage, not forgery: whoever can write the file can seal it again. Against that stand the event log's chain
// and its signed checkpoints, which a restore verifies.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { codeOf, messageOf } from '../what-went-wrong.ts';

const KINDS = ['H', 'T', 'D', 'M', 'S'] as const;
export type FrameKind = (typeof KINDS)[number];

export interface Frame {
  kind: FrameKind;
  payload: Buffer;
}

const HEADER_BYTES = 5;
const LARGEST_PAYLOAD_BYTES = 16 * 1024 * 1024;

/** The bytes of the frames, and the seal behind them. */
export async function* sealed(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const seal = createHash('sha256');
  for await (const frame of frames) {
    const bytes = encode(frame);
    seal.update(bytes);
    yield bytes;
  }
  yield encode({ kind: 'S', payload: seal.digest() });
}

/** The frames of a file without its seal, one at a time. Throws a sentence at the first sign of damage, which may come late. */
async function* readFrames(file: string): AsyncGenerator<Frame> {
  const seal = createHash('sha256');
  let isSealed = false;
  for await (const frame of unsealedFrames(file)) {
    if (isSealed) throw damaged('something follows its seal');
    if (frame.kind === 'S') {
      isSealed = true;
      if (!seal.digest().equals(frame.payload)) throw damaged('its seal is broken');
    } else {
      seal.update(encode(frame));
      yield frame;
    }
  }
  if (!isSealed) throw damaged('its seal is missing');
}

/** One frame at a time, with a look at the next. */
export interface FrameCursor {
  /** The frame that comes next if it is of this kind; it is then passed. */
  take(kind: FrameKind): Promise<Frame | undefined>;
  /** True when every frame has been taken, and the seal behind them was whole. */
  atEnd(): Promise<boolean>;
  close(): Promise<void>;
}

export function openFrames(file: string): FrameCursor {
  const frames = readFrames(file);
  let next: Promise<IteratorResult<Frame>> | undefined;
  const peek = (): Promise<IteratorResult<Frame>> => (next ??= frames.next());
  return {
    async take(kind) {
      const { done, value } = await peek();
      if (done || value.kind !== kind) return undefined;
      next = undefined;
      return value;
    },
    atEnd: async () => (await peek()).done === true,
    close: async () => void (await frames.return(undefined)),
  };
}

async function* unsealedFrames(file: string): AsyncGenerator<Frame> {
  let buffered: Buffer = Buffer.alloc(0);
  for await (const chunk of unzipped(file)) {
    buffered = Buffer.concat([buffered, chunk]);
    for (let frame = firstFrame(buffered); frame; frame = firstFrame(buffered)) {
      buffered = buffered.subarray(HEADER_BYTES + frame.payload.length);
      yield frame;
    }
  }
  if (buffered.length > 0) throw damaged('its last part is incomplete');
}

async function* unzipped(file: string): AsyncGenerator<Buffer> {
  try {
    yield* pipeline(createReadStream(file), createGunzip(), () => undefined);
  } catch (error) {
    throw String(codeOf(error)).startsWith('Z_') ? damaged(messageOf(error), error) : error;
  }
}

function encode({ kind, payload }: Frame): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(kind, 0, 'latin1');
  header.writeUInt32BE(payload.length, 1);
  return Buffer.concat([header, payload]);
}

function firstFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const letter = bytes.toString('latin1', 0, 1);
  const kind = KINDS.find((known) => known === letter);
  const length = bytes.readUInt32BE(1);
  if (!kind || length > LARGEST_PAYLOAD_BYTES) throw damaged('a part of it cannot be read');
  if (bytes.length < HEADER_BYTES + length) return undefined;
  return { kind, payload: bytes.subarray(HEADER_BYTES, HEADER_BYTES + length) };
}

export function damaged(reason: string, cause?: unknown): Error {
  return new Error(`The archive is damaged or cut short: ${reason}.`, { cause });
}
