// A policy as it was stored, by whichever version: what was added to the document later is what the first policy says of it.
import { FIRST_POLICY } from './first-policy.ts';
import { Policy } from './policy.ts';

/** What documents of earlier versions do not have, nor drafts of that time. */
const LATER_SECTIONS = (({ clocks, putOffMinutes, taking, planning, crew, working, sending }) => ({ clocks, putOffMinutes, taking, planning, crew, working, sending }))(FIRST_POLICY);

/** Sections that have grown: each with the first policy's figures for what it knew nothing of. */
const GROWN = ['crew', 'planning', 'sending', 'working'] as const;

/** A document, finished or not, with what came later. What a section says itself stands. */
export const withLater = (body: object): object => ({
  ...LATER_SECTIONS, ...body,
  ...Object.fromEntries(GROWN.map((name) => { const own: unknown = Reflect.get(body, name); return [name, { ...FIRST_POLICY[name], ...(typeof own === 'object' ? own : {}) }]; })),
});

/** A stored document is never rewritten, because grades rest on it; it is upcast on reading, as events are. Throws a ZodError for what never was a policy. */
export function storedPolicy(body: unknown): Policy {
  if (typeof body !== 'object' || body === null || !('warnMinutes' in body) || typeof body.warnMinutes !== 'object') return Policy.parse(body);
  return Policy.parse({ ...withLater(body), warnMinutes: { grade2Imminent: FIRST_POLICY.warnMinutes.grade2Imminent, ...body.warnMinutes } });
}
