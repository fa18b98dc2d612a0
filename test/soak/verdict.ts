// Whether what was measured stays flat: the last third of the soak against the third before it. The first third is warming up.
import type { Sample } from './sample.ts';
import { median } from '../bench/figure.ts';

export interface Finding { what: string; before: number; after: number; unit: string; flat: boolean }

/** A tenth more from one third to the next is growth that a night would not forgive; smaller things than these are pages and chance. */
const LARGEST_GROWTH = 1.1;
const SLACK = { megabytes: 8, count: 2 };
const SMALLEST_BYTES = 2 ** 20;

/** The heap by the least of each third, which is what remains after collecting; the rest by the median: what the system lends, it takes back in between as it likes. */
export function verdict(samples: readonly Sample[]): Finding[] {
  const third = Math.floor(samples.length / 3);
  if (third < 3) throw new Error('A soak needs at least nine samples: let it run longer.');
  const [before, after] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
  const finding = (what: string, unit: string, slack: number, of: (third: readonly Sample[]) => number): Finding => {
    const [was, is] = [of(before), of(after)];
    return { what, before: was, after: is, unit, flat: is <= was * LARGEST_GROWTH + slack };
  };
  const least = (pick: (sample: Sample) => number) => (of: readonly Sample[]): number => Math.min(...of.map(pick));
  const middle = (pick: (sample: Sample) => number) => (of: readonly Sample[]): number => median(of.map(pick));
  return [
    finding('memory of the server', 'MB', SLACK.megabytes, middle(({ residentMb }) => residentMb)),
    finding('heap in use', 'MB', SLACK.megabytes, least(({ heapMb }) => heapMb)),
    finding('open sockets', '', SLACK.count, middle(({ sockets }) => sockets)),
    finding('open handles', '', SLACK.count, middle(({ handles }) => handles)),
    finding('connections to the database', '', SLACK.count, middle(({ connections }) => connections)),
    ...namesOf(samples).map((name) => finding(`${name}, bytes a row`, 'B', 0, middle((sample) => bytesPerRow(sample, name)))),
  ];
}

const bytesPerRow = ({ sizes }: Sample, name: string): number => (sizes[name]?.bytes ?? 0) / Math.max(1, sizes[name]?.rows ?? 0);

/** What grew beyond a few pages; a table that is appended to grows by its rows, and must not grow a row. */
const namesOf = (samples: readonly Sample[]): string[] => Object.entries(samples.at(-1)?.sizes ?? {}).filter(([, { bytes }]) => bytes >= SMALLEST_BYTES).map(([name]) => name).toSorted();
