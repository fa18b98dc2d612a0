// What many storms came to, in figures.
import { longestAfterEndMs } from './check-revocation.ts';
import { slowestAgreementMs } from './check-screens.ts';
import type { Finding, History } from './history.ts';

export interface Tally {
  runs: number; commands: number; acknowledged: number; again: number; messages: number; lines: number; alarms: number; revocations: number; findings: number; failed: number[];
  faults: Map<string, number>; slowestAgreementMs: number[]; withheldMs: number[]; longestAfterEndMs: number[]; tookMs: number[];
  add(history: History, findings: readonly Finding[], tookMs: number): void;
}

export function emptyTally(): Tally {
  const tally: Tally = {
    runs: 0, commands: 0, acknowledged: 0, again: 0, messages: 0, lines: 0, alarms: 0, revocations: 0, findings: 0, failed: [], faults: new Map(), slowestAgreementMs: [], withheldMs: [], longestAfterEndMs: [], tookMs: [],
    add(history, findings, tookMs) {
      tally.runs += 1;
      tally.commands += history.commands.length;
      tally.acknowledged += history.commands.filter(({ tries }) => tries.some(({ answer }) => answer?.status === 200)).length;
      tally.again += history.commands.filter(({ tries }) => tries.some(({ answer }) => answer === null)).length;
      tally.messages += history.messages.length;
      tally.lines += history.log.length;
      tally.alarms += history.log.filter(({ name }) => name === 'alarm.fired').length;
      tally.revocations += history.revocations.length;
      tally.findings += findings.length;
      if (findings.length > 0) tally.failed.push(history.seed);
      for (const { kind } of history.faults) tally.faults.set(kind, (tally.faults.get(kind) ?? 0) + 1);
      tally.slowestAgreementMs.push(slowestAgreementMs(history));
      tally.withheldMs.push(history.withheldMs);
      tally.longestAfterEndMs.push(longestAfterEndMs(history));
      tally.tookMs.push(tookMs);
    },
  };
  return tally;
}

const at = (share: number, figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(share * figures.length))] ?? 0;
const spread = (figures: readonly number[]): string => `median ${at(0.5, figures)}, 99th of a hundred ${at(0.99, figures)}, longest ${Math.max(0, ...figures)} ms`;

export function summaryOf(tally: Tally, elapsedMs: number): string {
  const faults = [...tally.faults].toSorted(([a], [b]) => a.localeCompare(b)).map(([kind, count]) => `${kind} ${count}`).join(', ');
  return [
    `${tally.runs} runs in ${(elapsedMs / 1_000).toFixed(0)} s (one: ${spread(tally.tookMs)})`,
    `${tally.commands} commands, ${tally.acknowledged} acknowledged, ${tally.again} sent again for want of an answer; ${tally.lines} lines of log, ${tally.alarms} alarms, ${tally.messages} messages, ${tally.revocations} who lost their access`,
    `faults: ${faults}`,
    `screens agreed after the healing: ${spread(tally.slowestAgreementMs)} (the machine withheld: ${spread(tally.withheldMs)}); last message after access ended: ${spread(tally.longestAfterEndMs)}`,
    tally.failed.length === 0 ? 'no finding' : `${tally.findings} findings, in seeds ${tally.failed.join(', ')}`,
  ].join('\n');
}
