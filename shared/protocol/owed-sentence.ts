// The sentences of the timeline about what is owed: promises, advice, who leads, what a crew was told, fresh looks and news on a closed log.
import { NEWS_DECISION_NAMES, NEWS_NAMES } from '../domain/closed-news.ts';
import { FINDING_NAMES } from '../domain/closed-review.ts';
import { clockTime } from '../domain/duty-night.ts';
import type { Id } from '../domain/incident-file.ts';
import type { IncidentEvent } from '../domain/incident-event.ts';
import { ORDER_WORDS } from '../domain/instruction.ts';
import { GROUND_NAMES, LEADER_NAMES } from '../domain/lead.ts';
import { PROMISE_NAMES } from '../domain/promise.ts';
import { REASSESS_NAMES } from '../domain/reassess.ts';

export type OwedEvent = Extract<IncidentEvent, { name: `${'promise' | 'advice' | 'lead' | 'instruction' | 'reassess' | 'news' | 'review'}.${string}` }>;

export function sentenceOfWhatIsOwed(event: OwedEvent, names: { staff: (id: Id) => string }): string {
  switch (event.name) {
    case 'promise.made': return `The caller was told${event.replacesIds.length === 0 ? '' : ' afresh'}: ${PROMISE_NAMES[event.kind]}${event.dueAt === null ? '' : ` by ${clockTime(event.dueAt)}`}`;
    case 'promise.kept': return event.kind === 'call-back' ? 'The caller was called back' : `The promise was kept: ${PROMISE_NAMES[event.kind]}`;
    case 'advice.given': return event.kind === 'referral' ? 'Referred to a service' : 'Advice given';
    case 'lead.named': return `Asked to lead: ${LEADER_NAMES[event.leader]}, on the ground of ${GROUND_NAMES[event.ground]}; ours until somebody takes it`;
    case 'lead.taken': return `Led by: ${LEADER_NAMES[event.leader]}, taken at ${clockTime(event.takenAt)}`;
    case 'lead.disputed': return `Disputed who leads; an answer is due by ${clockTime(event.dueAt)}`;
    case 'lead.answered': return event.outcome === 'theirs' ? 'The dispute was answered: they lead' : 'The dispute was answered: it stays ours';
    case 'instruction.given': return `${names.staff(event.staffId)} was told: ${ORDER_WORDS[event.crewOrder].toLowerCase()}`;
    case 'instruction.read': return `${names.staff(event.staffId)} has read it`;
    case 'reassess.asked': return `A fresh assessment is asked for, by ${clockTime(event.dueAt)}: ${REASSESS_NAMES[event.cause]}`;
    case 'news.arrived': return `News on a closed incident, with ${names.staff(event.ownerId)}: ${NEWS_NAMES[event.kind]}`;
    case 'news.handedOn': return `The news is now with ${names.staff(event.ownerId)}, from ${names.staff(event.fromId)}`;
    case 'news.decided': return `The news was decided: ${NEWS_DECISION_NAMES[event.decision]}`;
    case 'review.made': return `Looked at after closing: ${FINDING_NAMES[event.finding].toLowerCase()}`;
  }
}
