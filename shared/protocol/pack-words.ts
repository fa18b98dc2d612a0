// What a pack says of people, of a search, of the caller and of who leads: words of the day it was sent, since they are read long after, aloud and on paper.
import { dayAndClock } from '../domain/local-moment.ts';
import { GROUND_NAMES, isDisputed, LEADER_NAMES } from '../domain/lead.ts';
import { isUnconfirmed } from '../domain/missing.ts';
import { isStanding, PROMISE_NAMES } from '../domain/promise.ts';
import type { HandoverPack } from './handover-pack.ts';
import { missingLines, missingStanding } from './missing-words.ts';
import { kinOf, personLines } from './person-words.ts';
import type { IncidentView } from './views.ts';

type PersonOf = Pick<HandoverPack['people'][number], 'kin' | 'known' | 'consent' | 'sharing'>;

const nameIn = ({ people }: Pick<IncidentView, 'people'>, personId: string): string => people.find((person) => person.personId === personId)?.name ?? 'Somebody';

/** Nothing is left blank: that nobody asked is said too. */
export function packPerson(incident: Pick<IncidentView, 'people' | 'kin'>, { personId, isChild, more }: IncidentView['people'][number]): PersonOf {
  const lines = personLines(more, dayAndClock);
  const about = (what: 'consent' | 'sharing') => lines.find((line) => line.about === what)?.text ?? null;
  return {
    kin: kinOf(incident, personId),
    known: [
      ...(isChild ? [{ text: 'a child', urgent: false }] : []),
      ...lines.filter(({ about: what }) => what !== 'consent' && what !== 'sharing').map(({ text, urgent }) => ({ text, urgent })),
      ...(more.contact === null ? [{ text: 'nobody has asked what contact is safe', urgent: false }] : []),
      ...(more.language === null && more.interpreter === null ? [{ text: 'language not asked', urgent: false }] : []),
    ],
    consent: about('consent') ?? 'consent to a service not asked', sharing: about('sharing') ?? 'no lawful basis for sharing recorded for them',
  };
}

export const packMissing = (incident: Pick<IncidentView, 'people' | 'missing'>): HandoverPack['missing'] => incident.missing.map((missing) => ({
  name: nameIn(incident, missing.personId), standing: missingStanding(missing, incident), since: missing.reportedAt, confirmed: !isUnconfirmed(missing), lines: missingLines(missing, incident, dayAndClock),
}));

export const packTold = ({ promises, attendedAt }: Pick<IncidentView, 'promises' | 'attendedAt'>): HandoverPack['told'] => promises.filter((promise) => isStanding(promise, attendedAt))
  .map(({ kind, said, madeAt, dueAt, doubtedAt }) => ({ what: PROMISE_NAMES[kind], said, at: madeAt, dueAt, inDoubt: doubtedAt !== null }));

export function packLead({ leads, policeHaveItAt, policeReference }: Pick<IncidentView, 'leads' | 'policeHaveItAt' | 'policeReference'>): Pick<HandoverPack, 'lead' | 'dispute'> {
  const lead = leads.find(({ endedAt }) => endedAt === null);
  const police = policeHaveItAt === null ? '' : `Police have it since ${dayAndClock(policeHaveItAt)}, ref ${policeReference ?? 'not given'}. `;
  if (lead === undefined) return { lead: `${police}${police === '' ? 'Ours: nobody else was asked to lead.' : ''}`.trim(), dispute: null };
  const words = lead.takenAt === null
    ? `Asked to lead: ${LEADER_NAMES[lead.leader]}, on the ground of ${GROUND_NAMES[lead.ground]}. Ours until a named person there takes it.`
    : `Led by: ${LEADER_NAMES[lead.leader]}, ${lead.taker ?? 'name not kept'}, since ${dayAndClock(lead.takenAt)}${lead.reference === null ? '' : `, ref ${lead.reference}`}, on the ground of ${GROUND_NAMES[lead.ground]}.`;
  return { lead: `${police}${words}`, dispute: isDisputed(lead) ? `Disputed with ${lead.disputeWith ?? 'them'} since ${when(lead.disputedAt)}; an answer is due by ${when(lead.disputeDueAt)}.` : null };
}

const when = (at: string | null): string => (at === null ? 'a time not kept' : dayAndClock(at));
