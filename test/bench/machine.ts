// The machine that the figures are of.
import { availableParallelism, cpus, totalmem } from 'node:os';

export interface Machine { cpu: string; cores: number; memoryGb: number; node: string; postgres: string }

export const machineWith = (postgres: string): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, postgres,
});

export const machineLine = ({ cpu, cores, memoryGb, node, postgres }: Machine): string => `${cpu} · ${cores} cores · ${memoryGb} GB · Node ${node} · ${postgres}`;
