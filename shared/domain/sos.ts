// An SOS from a tablet: it stands, and goes on while nobody has it, until a named person has written down who was spoken to and what they said (docs/practice.md, SOS).
import type { CrewPolicy } from './crew-policy.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { clockTime } from './duty-night.ts';
import type { Id, StatementId } from './incident-file.ts';
import { plusMinutes, type Instant } from './instant.ts';
import type { AlarmStage, ClimbedBecause, ClimbedTo } from './standing-alarm.ts';

export const SOS_ENDINGS = ['safe', 'helped', 'pressed-by-mistake'] as const;
export type SosEnding = (typeof SOS_ENDINGS)[number];
export const SOS_ENDING_NAMES = {
  safe: 'They are safe', helped: 'Help is with them', 'pressed-by-mistake': 'Pressed by mistake, and they are safe',
} as const satisfies Record<SosEnding, string>;

export interface Sos {
  id: Id;
  staffId: Id;
  dutyId: Id;
  /** Their crew when it was pressed: it hears of it until the end. */
  teamId: Id | null;
  /** The visit that they were on. */
  incidentId: Id | null;
  /** By the device's clock, and when it reached us: without signal it may have been pressed long before. */
  pressedAt: Instant;
  stage: AlarmStage;
  cameAt: Instant | null;
  because: ClimbedBecause | null;
  hadById: Id | null;
  hadAt: Instant | null;
  ending: SosEnding | null;
  spokenWithId: StatementId | null;
  saidId: StatementId | null;
  endedAt: Instant | null;
  endedById: Id | null;
}

interface Bodies {
  'sos.sent': { dutyId: Id; staffId: Id; teamId: Id | null; incidentId: Id | null };
  'sos.had': { staffId: Id };
  /** Whoever had it ended their duty: it is nobody's, and goes on by its clock. */
  'sos.released': { staffId: Id };
  /** The clock's own doing. */
  'sos.climbed': { staffId: Id; to: ClimbedTo; because: ClimbedBecause };
  'sos.ended': { staffId: Id; ending: SosEnding; spokenWithId: StatementId; saidId: StatementId };
}
export type SosEventOf<N extends keyof Bodies> = { name: N; at: Instant; byId: Id } & Bodies[N];
export type SosEvent = { [N in keyof Bodies]: SosEventOf<N> }[keyof Bodies];

/** What the log of the incident that they were on says of it. */
export interface SosIncidentBodies {
  'crew.sosSent': { sosId: Id; staffId: Id };
  'crew.sosEnded': { sosId: Id; staffId: Id; ending: SosEnding; spokenWithId: StatementId; saidId: StatementId };
}

interface Who { staffId: Id; now: Instant }

/** The first to say so has it, and it is quiet; the banner stays. */
export function decideHaveSos(sos: Sos, names: (staffId: Id) => string, who: Who): Decision<SosEvent> {
  if (sos.endedAt !== null) return refuse('sos-over');
  if (sos.hadById === who.staffId) return accept();
  if (sos.hadById !== null && sos.hadAt !== null) return refuse('sos-with-another', { who: names(sos.hadById), at: clockTime(sos.hadAt) });
  return accept({ name: 'sos.had', at: who.now, byId: who.staffId, staffId: sos.staffId });
}

/** Nobody ends their own: it is another person's word that they are safe. */
export function decideEndSos(sos: Sos, said: { ending: SosEnding; spokenWithId: StatementId; saidId: StatementId }, who: Who): Decision<SosEvent> {
  if (sos.endedAt !== null) return refuse('sos-over');
  if (sos.staffId === who.staffId) return refuse('sos-is-own');
  return accept({ name: 'sos.ended', at: who.now, byId: who.staffId, staffId: sos.staffId, ...said });
}

/** Whom it goes to now that its time there is up; null at the top: nobody off duty is ever told. */
export function sosGoesTo({ stage }: Pick<Sos, 'stage'>, supervisorOnDuty: boolean): { to: ClimbedTo; because: ClimbedBecause } | null {
  if (stage === 'on-call') return null;
  if (stage === 'supervisor') return { to: 'on-call', because: 'not-acknowledged' };
  return supervisorOnDuty ? { to: 'supervisor', because: 'not-acknowledged' } : { to: 'on-call', because: 'no-supervisor-on-duty' };
}

/** When it goes on if nobody has it; null where it does not. */
export function sosClimbsAt(sos: Pick<Sos, 'stage' | 'hadAt' | 'endedAt'>, crew: Pick<CrewPolicy, 'sosToSupervisor' | 'sosToOnCall'>, from: Instant): Instant | null {
  if (sos.hadAt !== null || sos.endedAt !== null || sos.stage === 'on-call') return null;
  return plusMinutes(from, sos.stage === 'coordinator' ? crew.sosToSupervisor : crew.sosToOnCall);
}

export const sentSos = (id: Id, { dutyId, staffId, teamId, incidentId, at }: SosEventOf<'sos.sent'>): Sos => ({
  id, staffId, dutyId, teamId, incidentId, pressedAt: at, stage: 'coordinator', cameAt: null, because: null, hadById: null, hadAt: null, ending: null, spokenWithId: null, saidId: null, endedAt: null, endedById: null,
});

/** The same function writes the row and replays the log. */
export function applySos(sos: Sos, event: Exclude<SosEvent, { name: 'sos.sent' }>): Sos {
  switch (event.name) {
    case 'sos.had': return { ...sos, hadById: event.byId, hadAt: event.at };
    case 'sos.released': return { ...sos, hadById: null, hadAt: null };
    case 'sos.climbed': return { ...sos, stage: event.to, cameAt: event.at, because: event.because };
    case 'sos.ended': return { ...sos, ending: event.ending, spokenWithId: event.spokenWithId, saidId: event.saidId, endedAt: event.at, endedById: event.byId };
  }
}
