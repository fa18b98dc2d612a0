// What a router sends back, read with care: not too much of it, and no drive that nobody could take.
const LARGEST_BYTES = 512 * 1024;

/** Of one drive; null: there is no road, or the router did not say. */
export type Minutes = number | null;

/** Stops reading once it is too large; an answer that is none is an error like any other. */
export async function readJson(request: Promise<Response>): Promise<unknown> {
  const response = await request;
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`the router answered ${response.status}`);
  }
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > LARGEST_BYTES) throw new Error('the router answered with more than it may');
    pieces.push(piece);
  }
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

const LONGEST_MINUTES = 24 * 60;
/** Seconds as a router gives them; what no drive in a county takes is none. */
export const minutesOf = (seconds: number | null | undefined): Minutes =>
  (typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 && seconds <= LONGEST_MINUTES * 60 ? seconds / 60 : null);

/** A row for each start, in it a drive for each end; anything else is the answer to another question. */
export function tableOf(rows: Minutes[][], from: readonly unknown[], to: readonly unknown[]): Minutes[][] {
  if (rows.length !== from.length || rows.some((row) => row.length !== to.length)) throw new Error('the router answered for other drives');
  return rows;
}
