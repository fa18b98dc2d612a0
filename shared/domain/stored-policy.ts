// A policy as it was stored, by whichever version: what was added to the document later is what the first policy says of it.
import { FIRST_POLICY } from './first-policy.ts';
import { Policy } from './policy.ts';

/** What documents of earlier versions do not have, nor drafts of that time. */
export const LATER_SECTIONS = (({ clocks, putOffMinutes, taking, planning, crew, working, sending }) => ({ clocks, putOffMinutes, taking, planning, crew, working, sending }))(FIRST_POLICY);

/** A stored document is never rewritten, because grades rest on it; it is upcast on reading, as events are. Throws a ZodError for what never was a policy. */
export function storedPolicy(body: unknown): Policy {
  if (typeof body !== 'object' || body === null || !('warnMinutes' in body) || typeof body.warnMinutes !== 'object') return Policy.parse(body);
  const { warnMinutes } = FIRST_POLICY;
  const crew = { ...FIRST_POLICY.crew, ...('crew' in body && typeof body.crew === 'object' ? body.crew : {}) };
  const planning = { ...FIRST_POLICY.planning, ...('planning' in body && typeof body.planning === 'object' ? body.planning : {}) };
  const sending = { ...FIRST_POLICY.sending, ...('sending' in body && typeof body.sending === 'object' ? body.sending : {}) };
  return Policy.parse({ ...LATER_SECTIONS, ...body, crew, planning, sending, warnMinutes: { grade2Imminent: warnMinutes.grade2Imminent, ...body.warnMinutes } });
}
