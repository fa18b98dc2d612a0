// A handover completes only when a named person takes it over; until then it has an owner, a clock, and nothing closes by itself.
import { describe, expect, test } from '@jest/globals';
import { decideFollowUp } from '../../shared/domain/decide-attendance.ts';
import { decideAgree, decideAskSecond } from '../../shared/domain/decide-grade.ts';
import { decideReject, decideSendHandover, decideTakeOver, decideWithdraw, type ReceivingKind } from '../../shared/domain/decide-handover.ts';
import { decideEnd, decideRestrict } from '../../shared/domain/decide-incident.ts';
import { openHandover, type IncidentFile } from '../../shared/domain/incident-file.ts';
import { advanced, at, by, evening, eveningOf, graded, later, name, noAccess, refused, sent, task, type Deed } from './evening.ts';

const TEAMS = { east: 'day-team', north: 'day-team', desk: 'edt-desk' } as const satisfies Record<string, ReceivingKind>;
type Team = keyof typeof TEAMS;

const handed = (id: string, team: Team, options: { from?: string; minutes?: number; agreedRequestId?: string | null } = {}): Deed => (file) => decideSendHandover(file, {
  handoverId: id, receivingTeam: { id: team, kind: TEAMS[team], name: team }, dueAt: at(900), packId: `pack of ${id}`, packDigest: 'digest', spokenWithId: null, agreedRequestId: options.agreedRequestId ?? null,
}, name, by(options.from ?? 'ann', options.minutes ?? 60));
const taken = (id: string, team: Team, taker: string, minutes = 120, how: 'account' | 'phone' = 'account'): Deed => (file) => decideTakeOver(file, {
  handoverId: id, taker: { staffId: taker, organisationId: 'county' }, kind: TEAMS[team], by: how, readBackId: null,
}, name, by(taker, minutes));
const rejected = (id: string, rightTeam: Team | null, next = 'next'): Deed => (file) =>
  decideReject(file, { handoverId: id, reasonId: 'not theirs', rightTeamId: rightTeam, next: rightTeam === null ? null : { handoverId: next, packId: 'the same pack', packDigest: 'digest' } }, by('rae', 90));
const withdrawn = (id: string): Deed => (file) => decideWithdraw(file, { handoverId: id, reasonId: 'found them' }, by('ann', 95));
const agreedToHandOver: readonly Deed[] = [
  (file) => decideAskSecond(file, { requestId: 'request', action: { kind: 'hand-over', receivingTeamId: 'east', dueAt: at(900) }, rationaleId: 'why' }, by('ann', 30)),
  (file) => decideAgree(file, 'request', by('mo', 31)),
];

describe('a handover that was sent', () => {
  const file = evening(handed('first', 'east'));

  test('waits, and until somebody takes it the sender owns it', () => {
    expect(openHandover(file)).toMatchObject({ id: 'first', receivingTeamId: 'east', sentById: 'ann', sentAt: at(60), dueAt: at(900), takenById: null });
    expect(file.incident).toMatchObject({ state: 'open', ownerId: 'ann' });
  });

  test('keeps the incident from ending, and from being sent a second time', () => {
    expect(refused(handed('second', 'north')(file))).toBe('handover-waiting');
    expect(refused(decideEnd(file, { ending: 'settled', reasonId: 'why', callerToldId: null, duplicateOfId: null, agreedRequestId: null }, name, by('ann', 70)))).toBe('handover-waiting');
  });

  test('ends with the name of who took it, who owns it from then on', () => {
    const after = later(file, taken('first', 'east', 'rae', 120, 'phone'));
    expect(after.handovers[0]).toMatchObject({ state: 'taken-over', takenById: 'rae', takenAt: at(120), takenBy: 'phone' });
    expect(after.incident).toMatchObject({ state: 'closed', ending: 'taken-over', ownerId: 'rae', ownerOrganisationId: 'county' });
  });

  test('has one end: taken, rejected or taken back, and the second to try hears which', () => {
    for (const [end, what] of [[taken('first', 'east', 'rae'), 'it was taken over'], [rejected('first', null), 'it was rejected'], [withdrawn('first'), 'it was withdrawn']] as const) {
      const over = later(file, end);
      for (const again of [taken('first', 'east', 'sam'), rejected('first', 'north'), withdrawn('first')]) {
        expect(again(over)).toEqual({ accepted: false, refusal: { code: 'handover-ended', facts: { what } } });
      }
    }
  });

  test('that is not there is not found', () => {
    expect([taken('none', 'east', 'rae'), rejected('none', null), withdrawn('none')].map((deed) => refused(deed(file)))).toEqual(['not-found', 'not-found', 'not-found']);
  });
});

describe('a rejection', () => {
  const file = evening(handed('first', 'east'));

  test('goes to the right team with its clock and its sender unchanged', () => {
    const after = later(file, rejected('first', 'north'));
    expect(after.handovers).toMatchObject([{ state: 'rejected', rightTeamId: 'north', endedAt: at(90) }, { id: 'next', state: 'sent', receivingTeamId: 'north', dueAt: at(900), sentById: 'ann' }]);
    expect(after.incident).toMatchObject({ state: 'open', ownerId: 'ann' });
  });

  test('that knows no right team leaves it with the sender, and waiting for nobody', () => {
    const after = later(file, rejected('first', null));
    expect(openHandover(after)).toBeUndefined();
    expect(after.incident).toMatchObject({ state: 'open', ownerId: 'ann' });
  });

  test('does not send it round to the same team', () => expect(refused(rejected('first', 'east')(file))).toBe('same-team'));

  test('however often it goes round, keeps the first clock', () => {
    const round = later(file, rejected('first', 'north', 'second'), rejected('second', 'east', 'third'), rejected('third', 'north', 'fourth'));
    expect(openHandover(round)).toMatchObject({ id: 'fourth', dueAt: at(900) });
  });
});

describe('a weekend', () => {
  test('goes from one EDT shift to the next by name, and the incident stays open', () => {
    const after = evening(
      handed('friday', 'desk'), taken('friday', 'desk', 'edda', 120), handed('saturday', 'desk', { from: 'edda', minutes: 700 }), taken('saturday', 'desk', 'ossie', 730),
      handed('monday', 'east', { from: 'ossie', minutes: 3000 }), taken('monday', 'east', 'rae', 3100),
    );
    expect(after.handovers.map(({ sentById, takenById }) => [sentById, takenById])).toEqual([['ann', 'edda'], ['edda', 'ossie'], ['ossie', 'rae']]);
    expect(after.incident).toMatchObject({ state: 'closed', ownerId: 'rae' });
  });
});

describe('a day team takes a case away from the night, so', () => {
  const out = [task('visit', ['social-work']), sent('lark', 'social-worker')] as const;
  const knocked = [...out, noAccess('lark', 30), advanced('lark', 'left', 35)] as const;

  test('nobody is out on it any more', () => expect(refused(handed('first', 'east')(evening(...out)))).toBe('crew-still-out'));
  test('no follow-up is open', () => expect(refused(handed('first', 'east')(evening(...knocked)))).toBe('follow-up-open'));
  test('an unattended Grade 1 or 2 needs a second person', () => {
    expect(refused(handed('first', 'east')(evening(graded(2))))).toBe('downgrade-needs-second-person');
    expect(refused(handed('first', 'east')(eveningOf({ dangerNow: true })))).toBe('downgrade-needs-second-person');
  });

  test('with the second person’s agreement it goes, and the ending rests on it', () => {
    const after = evening(graded(2), ...agreedToHandOver, handed('first', 'east', { agreedRequestId: 'request' }), taken('first', 'east', 'rae'));
    expect(after.incident).toMatchObject({ state: 'closed', ending: 'taken-over', downgradeRequestId: 'request' });
  });

  test.each<[string, IncidentFile, string]>([
    ['somebody was sent out', evening(handed('first', 'east'), ...out), 'crew-still-out'],
    ['nobody let them in', evening(handed('first', 'east'), ...knocked), 'follow-up-open'],
    ['it was raised to Grade 2', evening(handed('first', 'east'), graded(2, 70)), 'downgrade-needs-second-person'],
  ])('what happened since it was sent holds it back: %s', (_what, file, code) => {
    expect(refused(taken('first', 'east', 'rae')(file))).toBe(code);
  });

  test('once that is decided it may be taken', () => {
    const decided: Deed = (file) => decideFollowUp(file, { followUpId: 'no access for lark', decision: 'ring', noteId: 'note' }, false, by('ann', 80));
    expect(refused(taken('first', 'east', 'rae')(evening(handed('first', 'east'), ...knocked, decided)))).toBeNull();
  });

  test('the EDT desk, which goes on working it, takes it as it is', () => {
    expect(evening(...out, noAccess('lark', 30), graded(2, 40), handed('first', 'desk'), taken('first', 'desk', 'edda')).incident).toMatchObject({ state: 'open', ownerId: 'edda' });
  });
});

test('whoever takes over a restricted case is among those named: nobody holds what they cannot see', () => {
  const after = evening((file) => decideRestrict(file, ['mo'], 'why', by('mo', 10)), handed('first', 'desk'), taken('first', 'desk', 'edda'));
  expect(after.incident.namedStaffIds).toEqual(['ann', 'mo', 'edda']);
});
