// Checks: what counts as asked, what is never hidden, and that nothing unasked ever reads as safe.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyAll } from '../../shared/domain/apply-incident.ts';
import { aboutsOf, askableNow, cellOf, CHECK_RESULTS, decideAsk, decideStrikeOut, decideSystemAnswer, decideTypedAnswer, type Askable, type CheckSource, type CheckResult } from '../../shared/domain/check.ts';
import { checksLine, nextCheck, recordedHere, type CheckFacts } from '../../shared/domain/check-words.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import type { IncidentEvent } from '../../shared/domain/incident-event.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { raise, START } from './histories.ts';

const source = (code: string, way: 'phone' | 'system' = 'phone', more: Partial<CheckSource> = {}): CheckSource => ({ code, name: code, way, phone: null, automatic: false, answerSeconds: 120, ...more });
const SOURCES = [source('police', 'phone', { phone: '01632 960 210' }), source('MASH', 'system'), source('health')];
const askable = (more: Partial<Askable> = {}): Askable => ({ sources: SOURCES, namedIds: new Set(['child', 'mother']), secretAddress: false, ...more });
const who = (minutes = 1) => ({ staffId: 'ann', now: plusMinutes(START, minutes) });
const raised = (): IncidentFile => {
  const file = applyAll(null, raise());
  return { ...file, incident: { ...file.incident, locationId: 'home' } };
};
const done = (file: IncidentFile, decision: Decision<IncidentEvent>): IncidentFile => {
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return applyAll(file, decision.events);
};
const code = (decision: Decision<IncidentEvent>): string => (decision.accepted ? 'accepted' : decision.refusal.code);
const factsOf = (file: IncidentFile): CheckFacts => ({ people: file.people, locationId: file.incident.locationId, sources: SOURCES, checks: file.checks });
const line = (file: IncidentFile): string => checksLine(recordedHere(0), factsOf(file));
const typed = (personId: string | null, from: string, result: CheckResult, n = '1') => ({ checkId: `typed${n}`, personId, source: from, result, answererId: 'desk', wordsId: result === 'found' ? 'words' : null });

describe('asking', () => {
  test('all that can be asked: everybody named and the address, of every system, once', () => {
    const file = raised();
    const asks = askableNow(file, askable());
    expect(asks).toEqual([{ personId: 'child', source: 'MASH' }, { personId: 'mother', source: 'MASH' }, { personId: null, source: 'MASH' }]);
    const asked = done(file, decideAsk(file, asks.map((ask, index) => ({ ...ask, checkId: `c${index}` })), askable(), who()));
    expect(asked.checks.map(({ answerBy }) => answerBy)).toEqual(Array(3).fill(plusMinutes(who().now, 2)));
    expect(askableNow(asked, askable())).toEqual([]);
    expect(code(decideAsk(asked, [], askable(), who()))).toBe('check-nothing-to-ask');
  });

  test('a name that is not known and an address that must stay secret are sent to no system', () => {
    const nobody = askable({ namedIds: new Set(['mother']), secretAddress: true });
    expect(askableNow(raised(), nobody)).toEqual([{ personId: 'mother', source: 'MASH' }]);
    for (const personId of ['child', null]) expect(code(decideAsk(raised(), [{ checkId: 'c', personId, source: 'MASH' }], nobody, who()))).toBe('check-by-voice');
    expect(code(decideAsk(raised(), [{ checkId: 'c', personId: null, source: 'police' }], nobody, who()))).toBe('accepted');
  });

  test('about nobody on this incident, and of no source there is, nothing is asked', () => {
    for (const ask of [{ personId: 'stranger', source: 'police' }, { personId: 'child', source: 'nobody' }]) expect(code(decideAsk(raised(), [{ checkId: 'c', ...ask }], askable(), who()))).toBe('check-nothing-there');
  });

  test('whoever was silent may be asked again; another address has been asked of nobody', () => {
    const asked = done(raised(), decideAsk(raised(), [{ checkId: 'c', personId: null, source: 'MASH' }], askable(), who()));
    const silent = done(asked, decideSystemAnswer(asked, 'c', { failure: 'no-answer' }, who(3)));
    expect(cellOf(silent.checks, { personId: null, locationId: 'home' }, 'MASH').state).toBe('unanswered');
    expect(askableNow(silent, askable())).toContainEqual({ personId: null, source: 'MASH' });
    expect(cellOf(silent.checks, { personId: null, locationId: 'elsewhere' }, 'MASH').state).toBe('not-checked');
  });
});

describe('answers', () => {
  test('typed from the phone they end the question that was waiting, or are one by themselves', () => {
    const asked = done(raised(), decideAsk(raised(), [{ checkId: 'c', personId: 'child', source: 'police' }], askable(), who()));
    const answered = done(asked, decideTypedAnswer(asked, typed('child', 'police', 'nothing-recorded'), SOURCES, who(2)));
    expect(answered.checks).toMatchObject([{ id: 'c', state: 'answered', way: 'phone', result: 'nothing-recorded' }]);
    const again = done(answered, decideTypedAnswer(answered, typed('child', 'police', 'found'), SOURCES, who(3)));
    expect(again.checks.map(({ id, result }) => [id, result])).toEqual([['c', 'nothing-recorded'], ['typed1', 'found']]);
    expect(code(decideTypedAnswer(again, { ...typed('child', 'police', 'found'), wordsId: null }, SOURCES, who(4)))).toBe('check-say-what');
  });

  test('over the wire: said twice they count once, late they count all the same, struck out they count no more', () => {
    const asked = done(raised(), decideAsk(raised(), [{ checkId: 'c', personId: 'child', source: 'MASH' }], askable(), who()));
    const silent = done(asked, decideSystemAnswer(asked, 'c', { failure: 'no-answer' }, who(3)));
    expect(decideSystemAnswer(silent, 'c', { failure: 'not-reached' }, who(4))).toEqual({ accepted: true, events: [] });
    const late = done(silent, decideSystemAnswer(silent, 'c', { result: 'found', answererId: null, wordsId: 'w' }, who(5)));
    expect(cellOf(late.checks, { personId: 'child', locationId: null }, 'MASH').state).toBe('found');
    expect(decideSystemAnswer(late, 'c', { result: 'nothing-recorded', answererId: null, wordsId: null }, who(6))).toEqual({ accepted: true, events: [] });
    const struck = done(late, decideStrikeOut(late, { checkId: 'c', reasonId: 'r' }, who(7)));
    expect(cellOf(struck.checks, { personId: 'child', locationId: null }, 'MASH').state).toBe('not-checked');
    expect(code(decideStrikeOut(struck, { checkId: 'c', reasonId: 'r' }, who(8)))).toBe('check-nothing-there');
  });

  test('what is known is kept on a closed incident too; nobody asks on it', () => {
    const file = raised();
    const closed: IncidentFile = { ...file, incident: { ...file.incident, state: 'closed' } };
    expect(code(decideTypedAnswer(closed, typed('child', 'police', 'found'), SOURCES, who()))).toBe('accepted');
    expect(code(decideAsk(closed, [{ checkId: 'c', personId: 'child', source: 'police' }], askable(), who()))).toBe('incident-closed');
  });
});

describe('in words', () => {
  test('a first night reads as what it is', () => expect(line(raised())).toBe('None recorded here; police, MASH and health not checked.'));

  test('each source says how it stands, what was found first', () => {
    let file = raised();
    for (const { personId } of aboutsOf(file.people, 'home')) file = done(file, decideTypedAnswer(file, typed(personId, 'health', 'nothing-recorded', `h${personId ?? ''}`), SOURCES, who()));
    file = done(file, decideTypedAnswer(file, typed('mother', 'police', 'found', 'p'), SOURCES, who(2)));
    file = done(file, decideTypedAnswer(file, typed('mother', 'MASH', 'nothing-recorded', 'm'), SOURCES, who(2)));
    expect(line(file)).toBe('None recorded here; something is known to police; MASH only partly checked; nothing recorded with health.');
  });

  test('what comes next: ring the silent, ask the systems, ring the others, wait', () => {
    const sendable = { namedIds: new Set(['child', 'mother']), secretAddress: false };
    let file = raised();
    expect(nextCheck(factsOf(file), sendable)).toEqual({ kind: 'ask-all' });
    file = done(file, decideAsk(file, askableNow(file, askable()).map((ask, index) => ({ ...ask, checkId: `c${index}` })), askable(), who()));
    expect(nextCheck(factsOf(file), sendable)).toMatchObject({ kind: 'ring', source: { code: 'police' }, afterSilence: false });
    file = done(file, decideSystemAnswer(file, 'c0', { failure: 'no-answer' }, who(3)));
    expect(nextCheck(factsOf(file), sendable)).toMatchObject({ kind: 'ring', source: { code: 'MASH' }, afterSilence: true });
  });
});

/** Any order of questions and answers about two people and an address. */
const deeds = fc.array(fc.record({
  kind: fc.constantFrom('ask', 'typed', 'system', 'silent', 'strike'), about: fc.constantFrom('child', 'mother', null), from: fc.constantFrom(...SOURCES.map((one) => one.code)), pick: fc.nat(8), result: fc.constantFrom(...CHECK_RESULTS),
}), { maxLength: 30 });

function lived(given: readonly { kind: string; about: string | null; from: string; pick: number; result: CheckResult }[]): IncidentFile {
  return given.reduce((file, { kind, about, from, pick, result }, n) => {
    const id = file.checks[pick % Math.max(1, file.checks.length)]?.id ?? '';
    const decision = kind === 'ask' ? decideAsk(file, [{ checkId: `c${n}`, personId: about, source: from }], askable(), who(n))
      : kind === 'typed' ? decideTypedAnswer(file, typed(about, from, result, String(n)), SOURCES, who(n))
        : kind === 'strike' ? decideStrikeOut(file, { checkId: id, reasonId: 'r' }, who(n))
          : decideSystemAnswer(file, id, kind === 'silent' ? { failure: 'no-answer' } : { result, answererId: null, wordsId: null }, who(n));
    return decision.accepted ? applyAll(file, decision.events) : file;
  }, raised());
}

test('whatever was asked and answered: what was found and not struck out is shown, and a source is only called checked where everybody was', () => fc.assert(fc.property(deeds, (given) => {
  const file = lived(given);
  for (const about of aboutsOf(file.people, 'home')) {
    for (const { code: from } of SOURCES) {
      const here = file.checks.filter((one) => one.source === from && one.personId === about.personId && one.state !== 'struck-out');
      const { state } = cellOf(file.checks, about, from);
      expect(state === 'found').toBe(here.some(({ result }) => result === 'found'));
      expect(state === 'not-checked').toBe(here.length === 0);
      if (state === 'nothing-recorded') expect(here.some(({ result }) => result === 'nothing-recorded')).toBe(true);
    }
  }
  const wanting = SOURCES.filter(({ code: from }) => aboutsOf(file.people, 'home').some((about) => cellOf(file.checks, about, from).state !== 'nothing-recorded'));
  for (const { name } of wanting) expect(line(file)).not.toMatch(new RegExp(`nothing recorded with [^;.]*${name}`));
  expect(line(file)).toMatch(/^None recorded here; /);
})));
