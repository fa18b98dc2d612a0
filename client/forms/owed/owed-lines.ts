// What is owed on the incident: what the caller was told, who leads, a fresh look, what the crew was told and who has read it, news after the end.
import { NEED_NAMES } from '../../../shared/domain/activity.ts';
import { NEWS_NAMES } from '../../../shared/domain/closed-news.ts';
import { ORDER_WORDS } from '../../../shared/domain/instruction.ts';
import { GROUND_NAMES, isDisputed, LEADER_NAMES } from '../../../shared/domain/lead.ts';
import { isStanding, PROMISE_NAMES } from '../../../shared/domain/promise.ts';
import { REASSESS_NAMES } from '../../../shared/domain/reassess.ts';
import { aheadAlone } from '../../../shared/domain/solo-first.ts';
import type { IncidentView } from '../../../shared/protocol/views.ts';
import { dayAndTime } from '../../ui/time-text.ts';

export interface OwedLine { id: string; says: string; detail: string; quiet: boolean }

/** The keys that lead on, as the screen has them. */
export interface OwedKeys { assess: string; tell: string }

export function owedLines(incident: IncidentView, now: Date, keys: OwedKeys): OwedLine[] {
  const at = (moment: string) => dayAndTime(moment, now);
  const lead = incident.leads.find(({ endedAt }) => endedAt === null);
  const told = incident.instructions.filter(({ endedAt }) => endedAt === null);
  return [
    ...incident.tasks.flatMap(({ id }): OwedLine[] => {
      const one = aheadAlone(incident, id);
      return one === null ? [] : [{ id: one.solo.id, says: `One leg went ahead alone. Owed: the ${one.owed.map((need) => NEED_NAMES[need]).join(' and the ')}`, detail: `since ${at(one.solo.since)}, said by ${one.solo.by.name}: “${one.solo.reason}”`, quiet: false }];
    }),
    ...incident.news.filter(({ decision }) => decision === null).map(({ id, kind, arrivedAt, dueAt, owner }): OwedLine => (
      { id, says: `News on a closed incident: ${NEWS_NAMES[kind]}`, detail: `arrived ${at(arrivedAt)}, decide by ${at(dueAt)} · with ${owner.name}`, quiet: false })),
    ...incident.reassessments.filter(({ endedAt }) => endedAt === null).map(({ id, cause, askedAt, askedBy, dueAt }): OwedLine => (
      { id, says: `Assess it afresh (${keys.assess}): ${REASSESS_NAMES[cause]}`, detail: `asked ${at(askedAt)} by ${askedBy.name}, by ${at(dueAt)}`, quiet: false })),
    ...incident.promises.filter((promise) => isStanding(promise, incident.attendedAt)).map(({ id, kind, dueAt, said, madeAt, doubtedAt }): OwedLine => ({
      id, says: `The caller was told: ${PROMISE_NAMES[kind]}${dueAt === null ? '' : ` by ${at(dueAt)}`}${doubtedAt === null ? '' : '. The grade has changed since: tell them what holds now (Z)'}`,
      detail: `“${said}” · ${at(madeAt)}`, quiet: doubtedAt === null && (dueAt === null || dueAt > now.toISOString()),
    })),
    ...(lead === undefined ? [] : [{
      id: lead.id, says: lead.taker === null ? `Asked to lead: ${LEADER_NAMES[lead.leader]}. Ours until somebody takes it` : `Led by: ${LEADER_NAMES[lead.leader]}, ${lead.taker}${lead.reference === null ? '' : `, ref ${lead.reference}`}`,
      detail: isDisputed(lead) && lead.disputeDueAt !== null ? `disputed with ${lead.disputeWith ?? 'them'}, answer by ${at(lead.disputeDueAt)}` : `ground: ${GROUND_NAMES[lead.ground]}${lead.takenAt === null ? '' : ` · taken ${at(lead.takenAt)}`}`,
      quiet: !isDisputed(lead),
    }]),
    ...told.map(({ id, name, crewOrder, at: toldAt, readAt }): OwedLine => (
      { id, says: `${name} was told: ${ORDER_WORDS[crewOrder].toLowerCase()}`, detail: readAt === null ? `${at(toldAt)} · not read yet: say it on the radio` : `read ${at(readAt)} by ${name}`, quiet: readAt !== null })),
    ...incident.advice.map(({ id, kind, service, said, at: givenAt }): OwedLine => (
      { id, says: kind === 'referral' ? `Referred to ${service ?? 'a service'}` : 'Advice given', detail: `“${said}” · ${at(givenAt)}`, quiet: true })),
  ];
}
