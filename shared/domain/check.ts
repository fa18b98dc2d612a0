// What another organisation knows of a person or an address: asked, answered, not answered, and above all not asked (docs/practice.md, Checks).
import { accept, refuse, type Decision } from './decision.ts';
import type { Who } from './decide-grade.ts';
import type { Id, IncidentFile, StatementId } from './incident-file.ts';
import type { IncidentEvent } from './incident-event.ts';
import { plusMinutes, type Instant } from './instant.ts';

export const CHECK_RESULTS = ['found', 'nothing-recorded', 'could-not-say'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];
/** Why a source that is asked over the wire gave no answer: it was silent, could not be reached, or said what nobody could read. */
export const CHECK_FAILURES = ['no-answer', 'not-reached', 'not-understood'] as const;
export type CheckFailure = (typeof CHECK_FAILURES)[number];
export const CHECK_WAYS = ['phone', 'system'] as const;
export type CheckWay = (typeof CHECK_WAYS)[number];
export const CHECK_STATES = ['asked', 'answered', 'unanswered', 'struck-out'] as const;

/** Whom there is to ask, and how: by phone, or by their system. A setting of the deployment. */
export interface CheckSource {
  code: string;
  /** As it stands in a sentence: "police", "Care Connect". */
  name: string;
  way: CheckWay;
  /** Whom to ring. */
  phone: string | null;
  /** Asked about everybody named, as soon as they are. */
  automatic: boolean;
  /** How long its system may take before somebody is told to ring. */
  answerSeconds: number;
}

/** One question to one source about one person, or about the address; the other is null. */
export interface CheckAbout { personId: Id | null; locationId: Id | null }
export interface Check extends CheckAbout {
  id: Id;
  source: string;
  way: CheckWay;
  state: (typeof CHECK_STATES)[number];
  askedAt: Instant;
  askedById: Id;
  /** Until when a system may take; null where somebody was rung. */
  answerBy: Instant | null;
  endedAt: Instant | null;
  endedById: Id | null;
  result: CheckResult | null;
  /** Who there answered, by name. */
  answererId: StatementId | null;
  wordsId: StatementId | null;
  failure: CheckFailure | null;
}

export interface CheckBodies {
  'check.asked': CheckAbout & { checkId: Id; source: string; way: CheckWay; answerBy: Instant | null };
  'check.answered': CheckAbout & { checkId: Id; source: string; result: CheckResult; answererId: StatementId | null; wordsId: StatementId | null };
  'check.unanswered': CheckAbout & { checkId: Id; source: string; failure: CheckFailure };
  'check.struckOut': CheckAbout & { checkId: Id; source: string; reasonId: StatementId };
}
export type CheckEvent = { [N in keyof CheckBodies]: { name: N; at: Instant; byId: Id } & CheckBodies[N] }[keyof CheckBodies];

export const isCheckEvent = (event: { name: string }): event is CheckEvent => event.name.startsWith('check.');

export function applyCheck(checks: readonly Check[], event: CheckEvent): readonly Check[] {
  const ended = (fields: Partial<Check>): Check[] => checks.map((one) => (one.id === event.checkId ? { ...one, ...fields } : one));
  switch (event.name) {
    case 'check.asked': return [...checks, {
      id: event.checkId, personId: event.personId, locationId: event.locationId, source: event.source, way: event.way, state: 'asked', askedAt: event.at, askedById: event.byId, answerBy: event.answerBy,
      endedAt: null, endedById: null, result: null, answererId: null, wordsId: null, failure: null,
    }];
    case 'check.answered': return ended({ state: 'answered', endedAt: event.at, endedById: event.byId, result: event.result, answererId: event.answererId, wordsId: event.wordsId });
    case 'check.unanswered': return ended({ state: 'unanswered', endedAt: event.at, endedById: event.byId, failure: event.failure });
    case 'check.struckOut': return ended({ state: 'struck-out', endedAt: event.at, endedById: event.byId });
  }
}

export type CellState = 'not-checked' | 'asked' | 'unanswered' | CheckResult;
export interface Cell<C> { state: CellState; /** What it rests on. */ check: C | null }
type Standing = Pick<Check, 'personId' | 'locationId' | 'source' | 'state' | 'result' | 'askedAt' | 'endedAt'>;

/** How one person or address stands with one source. Something found is never hidden by a later "nothing", and an answer never by a later silence. */
export function cellOf<C extends Standing>(checks: readonly C[], about: CheckAbout, source: string): Cell<C> {
  const here = checks.filter((one) => one.source === source && one.state !== 'struck-out' && one.personId === about.personId && one.locationId === about.locationId)
    .toSorted((a, b) => (b.endedAt ?? b.askedAt).localeCompare(a.endedAt ?? a.askedAt));
  const found = here.find(({ result }) => result === 'found');
  const latest = found ?? here.find(({ state }) => state === 'asked') ?? here.find(({ state }) => state === 'answered') ?? here[0] ?? null;
  return { state: latest === null ? 'not-checked' : latest.result ?? (latest.state === 'asked' ? 'asked' : 'unanswered'), check: latest };
}

/** A question that somebody wants asked: nobody's answer stands there, and none is awaited. */
export const isWanting = (state: CellState): boolean => state === 'not-checked' || state === 'unanswered';

type FileFacts = Pick<IncidentFile, 'people' | 'checks'> & { incident: Pick<IncidentFile['incident'], 'state' | 'locationId'> };
export interface Ask { checkId: Id; personId: Id | null; source: string }
export interface Askable {
  sources: readonly CheckSource[];
  /** Whose name is known: of anybody else no system can say anything. */
  namedIds: ReadonlySet<Id>;
  /** A secret address is asked about by voice alone, and never sent to another system. */
  secretAddress: boolean;
}

/** Everybody named, then the address: what a check can be about. */
export const aboutsOf = (people: readonly { personId: Id }[], locationId: Id | null): CheckAbout[] => [
  ...people.map(({ personId }) => ({ personId, locationId: null })), ...(locationId === null ? [] : [{ personId: null, locationId }]),
];
const aboutsIn = (file: FileFacts): CheckAbout[] => aboutsOf(file.people, file.incident.locationId);

/** Whether a system can be asked this at all. */
export const canBeSent = (about: CheckAbout, { namedIds, secretAddress }: Pick<Askable, 'namedIds' | 'secretAddress'>): boolean =>
  about.personId === null ? !secretAddress : namedIds.has(about.personId);

/** Everything that a system can be asked and nobody has: one key for all of it. */
export const askableNow = (file: FileFacts, askable: Askable, automaticOnly = false): Omit<Ask, 'checkId'>[] =>
  aboutsIn(file).filter((about) => canBeSent(about, askable)).flatMap((about) => askable.sources
    .filter(({ code, way, automatic }) => way === 'system' && (automatic || !automaticOnly) && isWanting(cellOf(file.checks, about, code).state))
    .map(({ code }) => ({ personId: about.personId, source: code })));

/** Puts questions to sources: over the wire where they have a system, or as rung where they are asked by voice. */
export function decideAsk(file: FileFacts, asks: readonly Ask[], askable: Askable, who: Who): Decision<IncidentEvent> {
  if (file.incident.state === 'closed') return refuse('incident-closed');
  const events: CheckEvent[] = [];
  for (const { checkId, personId, source } of asks) {
    const about = aboutsIn(file).find((one) => one.personId === personId);
    const known = askable.sources.find(({ code }) => code === source);
    if (about === undefined || known === undefined) return refuse('check-nothing-there');
    if (known.way === 'system' && !canBeSent(about, askable)) return refuse('check-by-voice', { source: known.name });
    if (cellOf(file.checks, about, source).state === 'asked') continue;
    events.push({ name: 'check.asked', at: who.now, byId: who.staffId, checkId, source, way: known.way, ...about, answerBy: known.way === 'system' ? plusMinutes(who.now, known.answerSeconds / 60) : null });
  }
  return events.length === 0 ? refuse('check-nothing-to-ask') : accept<IncidentEvent>(...events);
}

export interface TypedAnswer { checkId: Id; personId: Id | null; source: string; result: CheckResult; answererId: StatementId; wordsId: StatementId | null }

/** An answer heard on the phone, typed by whoever heard it: a question asked and answered in one. It stands on a closed incident too: what is known must be kept. */
export function decideTypedAnswer(file: FileFacts, typed: TypedAnswer, sources: readonly CheckSource[], who: Who): Decision<IncidentEvent> {
  const about = aboutsIn(file).find((one) => one.personId === typed.personId);
  if (about === undefined || !sources.some(({ code }) => code === typed.source)) return refuse('check-nothing-there');
  if (typed.result === 'found' && typed.wordsId === null) return refuse('check-say-what');
  const waiting = file.checks.find((one) => one.state === 'asked' && one.way === 'phone' && one.source === typed.source && one.personId === about.personId && one.locationId === about.locationId);
  const checkId = waiting?.id ?? typed.checkId;
  const { result, source, answererId, wordsId } = typed;
  const common = { at: who.now, byId: who.staffId, checkId, source, ...about };
  return accept<IncidentEvent>(
    ...(waiting === undefined ? [{ name: 'check.asked', ...common, way: 'phone', answerBy: null } as const] : []),
    { name: 'check.answered', ...common, result, answererId, wordsId },
  );
}

export type SystemAnswer = { result: CheckResult; answererId: StatementId | null; wordsId: StatementId | null } | { failure: CheckFailure };

/** What came back over the wire. Said twice, or after somebody struck the question out, it changes nothing; late, it counts all the same. */
export function decideSystemAnswer(file: FileFacts, checkId: Id, answer: SystemAnswer, who: Who): Decision<IncidentEvent> {
  const check = file.checks.find(({ id }) => id === checkId);
  if (check === undefined || !(check.state === 'asked' || (check.state === 'unanswered' && 'result' in answer))) return accept<IncidentEvent>();
  const { personId, locationId, source } = check;
  const common = { at: who.now, byId: who.staffId, checkId, source, personId, locationId };
  return accept<IncidentEvent>('failure' in answer ? { name: 'check.unanswered', ...common, failure: answer.failure } : { name: 'check.answered', ...common, ...answer });
}

/** Recorded about the wrong person, or never said: it stays on the log, and counts no more. */
export function decideStrikeOut(file: FileFacts, command: { checkId: Id; reasonId: StatementId }, who: Who): Decision<IncidentEvent> {
  const check = file.checks.find(({ id }) => id === command.checkId);
  if (check === undefined || check.state === 'struck-out') return refuse('check-nothing-there');
  const { personId, locationId, source } = check;
  return accept<IncidentEvent>({ name: 'check.struckOut', at: who.now, byId: who.staffId, checkId: check.id, source, personId, locationId, reasonId: command.reasonId });
}
