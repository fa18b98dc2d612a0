// What the shared rules will refuse, said before it is sent: the same sentences, from what the screen can see.
import { isLive } from '../../../shared/domain/incident-file.ts';
import { isStanding, PROMISE_NAMES } from '../../../shared/domain/promise.ts';
import { refusalSentence } from '../../../shared/domain/refusal.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';

type Seen = Pick<IncidentView, 'state' | 'followUps' | 'handovers' | 'assignments'>;

const CAUSES = { 'no-access': 'no access', 'child-not-seen': 'a child not seen' } as const;

function whyNotOver(incident: Seen): string | undefined {
  if (incident.state === 'closed') return refusalSentence({ code: 'incident-closed' });
  const waiting = incident.handovers.find(({ state }) => state === 'sent');
  return waiting && refusalSentence({ code: 'handover-waiting', facts: { team: waiting.receivingTeam } });
}

function whyNotDecided(incident: Seen): string | undefined {
  const followUp = incident.followUps.find(({ decision }) => decision === null);
  return followUp && refusalSentence({ code: 'follow-up-open', facts: { cause: CAUSES[followUp.cause] } });
}

/** The EDT desk goes on working it, so people may still be out; a day team takes it away from the night. */
export function whyNotHandedOver(incident: Seen, to: 'edt-desk' | 'day-team'): string | undefined {
  const over = whyNotOver(incident);
  if (over !== undefined || to === 'edt-desk') return over;
  const out = incident.assignments.find(isLive);
  return whyNotDecided(incident) ?? (out && refusalSentence({ code: 'crew-still-out', facts: { who: out.name } }));
}

export function whyNotEnded(incident: Seen): string | undefined {
  const there = incident.assignments.find(({ state }) => state === 'there');
  return whyNotOver(incident) ?? whyNotDecided(incident) ?? (there && refusalSentence({ code: 'crew-still-there', facts: { who: there.name } }));
}

/** Whoever waits for an answer gets one before it ends; what is new is looked at first. */
export function whyNotUntold(incident: Pick<IncidentView, 'grade' | 'attendedAt' | 'promises' | 'reassessments'>, ending: string, callerTold: string | null): string | undefined {
  if (ending !== 'duplicate' && incident.reassessments.some(({ endedAt }) => endedAt === null)) return refusalSentence({ code: 'reassess-open' });
  if (callerTold !== null) return undefined;
  const owed = incident.promises.find((promise) => promise.kind !== 'nobody-comes' && isStanding(promise, incident.attendedAt));
  if (owed !== undefined) return refusalSentence({ code: 'promise-standing', facts: { what: PROMISE_NAMES[owed.kind] } });
  const told = incident.promises.some(({ state, doubtedAt }) => state !== 'replaced' && doubtedAt === null);
  return incident.grade === 4 && ending !== 'duplicate' && !told ? refusalSentence({ code: 'caller-not-told' }) : undefined;
}

export const whyNotAsked = (incident: Pick<IncidentView, 'requests'>): string | undefined =>
  incident.requests.some(({ state }) => state === 'waiting') ? refusalSentence({ code: 'request-waiting' }) : undefined;
