// What a person of the storm does next: as any night's, by a device whose clock may be hours off, and with reports that are nearly too late.
import type { Queryable } from '../../server/database/connect.ts';
import { instantOf, type Instant } from '../../shared/domain/instant.ts';
import { NO_ANSWERS } from '../../shared/domain/policy.ts';
import { raiseIncident } from '../../shared/protocol/incidents.ts';
import { Device } from '../../shared/protocol/route.ts';
import { nextDeed, type Cast, type Deed } from '../support/storm.ts';
import type { Worker } from './people.ts';

const MINUTE_MS = 60_000;
/** Unallocated for so long, a Grade 2 warns (docs/practice.md, Grades): within the storm, or just after it. */
const WARNED_AFTER_MS = 40 * MINUTE_MS;

export async function nextOf(db: Queryable, cast: Cast<Worker>, random: () => number): Promise<Deed<Worker>> {
  const deed = await nextDeed(db, cast, random);
  const device = Device.safeParse(deed.input.device);
  if (device.success) return { ...deed, input: { ...deed.input, device: asRead(device.data, deed.by.skewMs, random) } };
  if (deed.route !== raiseIncident || random() > 0.4) return deed;
  return { ...deed, input: { ...deed.input, reportedAt: nearlyWarned(random), answers: { ...NO_ANSWERS, hurt: true } } };
}

/** The device's own reading of the moment; four of five know how far it is off. */
function asRead({ at, offsetMs }: { at: Instant; offsetMs: number }, skewMs: number, random: () => number): { at: Instant; offsetMs: number } {
  return { at: instantOf(Date.parse(at) + skewMs), offsetMs: random() < 0.8 ? offsetMs - skewMs : offsetMs };
}

const nearlyWarned = (random: () => number): Instant => instantOf(Date.now() - WARNED_AFTER_MS + Math.round(random() * 2_500));
