// When a fact happened, by the device's clock and its measured offset; the rule holds it between what the server knows.
import { instantOf, type Instant } from '../../shared/domain/instant.ts';

export type Device = { at: Instant; offsetMs: number } | undefined;
export const happenedAt = (tx: { now: Instant }, device: Device): Instant => (device === undefined ? tx.now : instantOf(Date.parse(device.at) + device.offsetMs));
