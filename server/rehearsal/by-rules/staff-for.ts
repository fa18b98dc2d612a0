// How many staff a target asks for: doubled until it is met, then halved towards the fewest that meet it. Pure, but for the trying.

export interface Tried { staff: number; share: number | null }
export interface Search { start: number; most: number; target: number }

const PAIR = 2;

/** The fewest found that reach the target, to a pair; null where the most allowed do not. Each number is tried once. */
export async function staffFor({ start, most, target }: Search, measure: (staff: number) => Promise<number | null>): Promise<number | null> {
  const meets = async (staff: number): Promise<boolean> => ((await measure(staff)) ?? 0) >= target;
  let [fails, enough] = [0, Math.min(start, most)];
  while (!(await meets(enough))) {
    if (enough === most) return null;
    [fails, enough] = [enough, Math.min(most, enough * 2)];
  }
  while (enough - fails > PAIR) {
    const between = fails + PAIR * Math.max(1, Math.round((enough - fails) / (2 * PAIR)));
    if (between >= enough) break;
    if (await meets(between)) enough = between;
    else fails = between;
  }
  return enough;
}
