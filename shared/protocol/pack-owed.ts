// What is owed on an incident as whoever takes it over is told it, a line each, most pressing first: nobody can say that it was not in the pack.
import { dayAndClock } from '../domain/local-moment.ts';
import { MISSING_RISK_NAMES } from '../domain/incident-words.ts';
import { isDisputed, LEADER_NAMES } from '../domain/lead.ts';
import { isUnconfirmed, owesInterview } from '../domain/missing.ts';
import { isStanding } from '../domain/promise.ts';
import { REASSESS_NAMES } from '../domain/reassess.ts';
import type { IncidentView } from './views.ts';

type Owing = Pick<IncidentView, 'people' | 'missing' | 'leads' | 'promises' | 'reassessments' | 'attendedAt'>;
type Missing = Owing['missing'][number];

const when = (at: string | null): string => (at === null ? 'a time not kept' : dayAndClock(at));
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

export const owedInPack = (incident: Owing): string[] => [
  ...incident.missing.filter(isUnconfirmed).map((missing) => searchLine(missing, incident)),
  ...incident.leads.filter(({ endedAt }) => endedAt === null).flatMap(leadLine),
  ...incident.promises.filter((promise) => isStanding(promise, incident.attendedAt)).flatMap(promiseLine),
  ...incident.reassessments.filter(({ endedAt }) => endedAt === null).map(({ cause, dueAt }) => `Assess the risk afresh by ${when(dueAt)}: ${REASSESS_NAMES[cause]}`),
  ...incident.missing.flatMap((missing) => afterReturn(missing, incident)),
];

const who = ({ people }: Pick<Owing, 'people'>, { personId }: Missing): string => {
  const person = people.find((one) => one.personId === personId);
  return person === undefined ? 'somebody' : `${person.name}, ${person.age}`;
};

function searchLine(missing: Missing, incident: Owing): string {
  if (missing.locatedAt === null) return `Find ${who(incident, missing)}: missing since ${when(missing.reportedAt)}, ${MISSING_RISK_NAMES[missing.risk]}, not found`;
  const seen = missing.seenWell === false ? `seen ${when(missing.seenAt)} and not well` : 'not yet seen';
  return `See that ${who(incident, missing)} is well: found ${when(missing.locatedAt)}, ${seen}`;
}

/** Owed from the moment of the finding, whether or not they have been seen. */
function afterReturn(missing: Missing, incident: Owing): string[] {
  const offered = missing.interviewSteps.filter(({ step }) => step === 'offered').length;
  const tried = missing.interviewSteps.filter(({ step }) => step === 'attempted').length;
  const soFar = offered + tried === 0 ? 'not offered yet' : [offered === 0 ? 'not offered yet' : `offered ${times(offered)}`, tried === 0 ? null : `tried ${times(tried)}`].filter((part) => part !== null).join(', ');
  return [
    ...(owesInterview(missing, incident.people) ? [`Return interview with ${who(incident, missing)}, by somebody independent, by ${when(missing.interviewDueAt)}: ${soFar}`] : []),
    ...(missing.locatedAt !== null && missing.endedAs === null && missing.preventionAt === null ? [`Police prevention interview with ${who(incident, missing)}: not recorded yet`] : []),
  ];
}

function leadLine(lead: Owing['leads'][number]): string[] {
  if (isDisputed(lead)) return [`Who leads is disputed with ${lead.disputeWith ?? 'them'}: an answer is due by ${when(lead.disputeDueAt)}`];
  return lead.takenAt === null ? [`The lead asked of ${LEADER_NAMES[lead.leader]} is taken by nobody: ours until a named person there has it`] : [];
}

/** That nobody comes is owed nothing, unless the grade has changed since. */
function promiseLine({ kind, said, dueAt, doubtedAt }: Owing['promises'][number]): string[] {
  const by = dueAt === null ? '' : ` by ${when(dueAt)}`;
  if (doubtedAt !== null) return [`Tell the caller what holds now: the grade has changed since they were told “${said}”${by === '' ? '' : `,${by}`}`];
  if (kind === 'nobody-comes') return [];
  return [kind === 'call-back' ? `Call the caller back${by}: “${said}”` : `The caller waits for somebody to come${by}: “${said}”`];
}
