// The figures as a person reads them: a line each, with the spread, the bar and whether it holds.
import type { Bar, Figure, Spread } from './figure.ts';

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(3));
const spread = ({ median, minimum, maximum }: Spread): string => `${short(median)} (${short(minimum)}–${short(maximum)})`;
const barWords = (bar: Bar, unit: string): string => ('atLeast' in bar ? `at least ${bar.atLeast}${unit}` : `at most ${bar.atMost}${unit}`);

const cells = (name: string, figure: Figure): string[] => ('ratio' in figure
  ? [name, `${spread(figure.ours)} ${figure.unit}`, `${spread(figure.baseline)} ${figure.unit}`, `${spread(figure.ratio)}×`, barWords(figure.bar, '×'), figure.holds ? 'holds' : 'DOES NOT HOLD']
  : [name, `${spread(figure.ours)} ${figure.unit}`, '', '', barWords(figure.bar, ` ${figure.unit}`), figure.holds ? 'holds' : 'DOES NOT HOLD']);

const HEAD = ['', 'ours: median (minimum–maximum)', 'baseline', 'ratio', 'bar', ''];

export function tableOf(figures: Record<string, Figure>): string {
  const lines = [HEAD, ...Object.entries(figures).map(([name, figure]) => cells(name, figure))];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
