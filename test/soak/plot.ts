// The figures over the minutes, one small chart each, in one page that needs nothing else.
import type { Finding } from './verdict.ts';
import type { Sample, Sizes } from './sample.ts';

const [WIDTH, HEIGHT, PAD] = [420, 130, 8];
const BYTES_A_ROW = ', bytes a row';
interface Series { title: string; unit: string; values: readonly number[] }

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const rounded = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1));

function chart({ title, unit, values }: Series, minutes: readonly number[]): string {
  const [top, last] = [Math.max(...values, 1e-9) * 1.1, Math.max(...minutes, 1e-9)];
  const points = values.map((value, index) => `${(PAD + ((minutes[index] ?? 0) / last) * (WIDTH - 2 * PAD)).toFixed(1)},${(HEIGHT - PAD - (value / top) * (HEIGHT - 2 * PAD)).toFixed(1)}`);
  const words = `${title}: from ${rounded(values[0] ?? 0)} to ${rounded(values.at(-1) ?? 0)} ${unit}`;
  return `<figure><figcaption>${escaped(words)}</figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(words)}"><path d="M${PAD} ${HEIGHT - PAD}H${WIDTH - PAD}" stroke="#999"/><polyline points="${points.join(' ')}" fill="none" stroke="#06c" stroke-width="2"/></svg></figure>`;
}

export function plot(samples: readonly Sample[], findings: readonly Finding[], title: string): string {
  const of = (name: string, unit: string, pick: (sample: Sample) => number): Series => ({ title: name, unit, values: samples.map(pick) });
  const total = (sample: Sample, kind: Sizes['kind']): number => Object.values(sample.sizes).filter((one) => one.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20;
  const series = [
    of('Commands carried out', '', ({ commands }) => commands), of('Memory of the server', 'MB', ({ residentMb }) => residentMb), of('Heap in use', 'MB', ({ heapMb }) => heapMb),
    of('Open sockets', '', ({ sockets }) => sockets), of('Open handles', '', ({ handles }) => handles), of('Connections to the database', '', ({ connections }) => connections),
    of('Tables', 'MB', (sample) => total(sample, 'table')), of('Indexes', 'MB', (sample) => total(sample, 'index')),
    ...findings.filter(({ what }) => what.endsWith(BYTES_A_ROW)).map(({ what }) => {
      const name = what.slice(0, -BYTES_A_ROW.length);
      return of(what, 'B', ({ sizes }) => (sizes[name]?.bytes ?? 0) / Math.max(1, sizes[name]?.rows ?? 0));
    }),
  ];
  const minutes = samples.map(({ minute }) => minute);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>body{font:14px system-ui;margin:24px;color:#222;background:#fff}main{display:flex;flex-wrap:wrap;gap:16px}figure{margin:0;width:${WIDTH}px}</style><h1>${escaped(title)}</h1><main>${series.map((one) => chart(one, minutes)).join('')}</main></html>\n`;
}
