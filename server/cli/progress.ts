// How far a long command is: one line that is rewritten on a terminal, a line every tenth elsewhere.

const TENTH = 10;

/** `done` and `total` in one unit. Ends its line by itself when all is done. */
export function progressLine(what: string, out: NodeJS.WriteStream = process.stderr): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
    if (percent === shown || (!out.isTTY && percent < shown + TENTH && percent < 100)) return;
    shown = percent;
    out.write(out.isTTY ? `\r${what}: ${percent}%${percent === 100 ? '\n' : ''}` : `${what}: ${percent}%\n`);
  };
}
