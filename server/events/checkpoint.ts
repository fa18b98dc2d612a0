// Signed checkpoints of (seq, hash), kept outside the database, so that a rewritten log shows even if its chain was made whole again.
import { sign, type KeyObject } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { wallNow } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';

const Checkpoint = z.strictObject({ seq: z.int(), hash: z.string(), at: z.string(), signature: z.string() });
export type Checkpoint = z.infer<typeof Checkpoint>;

export const checkpointText = ({ seq, hash, at }: Omit<Checkpoint, 'signature'>): string => `nightjar-checkpoint ${seq} ${hash} ${at}`;

/** Signs the head and appends it to the file; nothing new since the last one signs nothing. */
export async function signCheckpoint(db: Queryable, signingKey: KeyObject, file: string, lastSeq: number): Promise<number> {
  const [head] = await db.query<{ seq: number; hash: string }[]>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1');
  if (head === undefined || head.seq <= lastSeq) return lastSeq;
  const content = { seq: head.seq, hash: head.hash, at: wallNow() };
  const signature = sign(null, Buffer.from(checkpointText(content)), signingKey).toString('base64');
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify({ ...content, signature })}\n`, { mode: 0o600 });
  return head.seq;
}

/** A last line torn by a crash is passed over; a file that is not there holds none. */
export async function readCheckpoints(file: string): Promise<Checkpoint[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  return lines.slice(0, -1).filter((line) => line !== '').map((line) => Checkpoint.parse(JSON.parse(line)));
}
