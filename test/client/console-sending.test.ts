// What the console says of how people were sent: who goes ahead alone, who is held, who was left alone.
import { expect, test } from '@jest/globals';
import { claimsOf } from '../../client/console/board/claims.ts';
import { heldHere, heldLine, heldOnBoard, heldWords } from '../../client/console/board/held.ts';
import { aheadLine, standLine } from '../../client/console/board/incident-lines.ts';
import { owedLines } from '../../client/forms/owed/owed-lines.ts';
import { ago, KAUR, NOW, withTask } from './console-night.ts';

const solo = { id: 's1', taskId: 't1', since: ago(20), by: KAUR, reason: 'Child at the door', endedAt: null };
const reservation = (legId: string, name: string) => ({ id: `r-${name}`, taskId: 't1', legId, staffId: `s-${name}`, dutyId: `d-${name}`, name, heldBy: KAUR, heldAt: ago(2), untilAt: ago(-8), endedAs: null, endedAt: null });

test('one leg ahead alone names the leg that is owed, since when and why; once both are sent nothing of it', () => {
  const ahead = withTask('welfare-check', [{ state: 'going', name: 'Wren' }], { solos: [solo] });
  expect(standLine(ahead, 'part-sent')).toMatch(/^police leg ahead alone, social work leg owed, since \d\d:\d\d$/);
  expect(owedLines(ahead, new Date(NOW), { assess: 'I', tell: 'Z' })[0]).toMatchObject({ says: 'One leg went ahead alone. Owed: the social work leg', detail: expect.stringContaining('“Child at the door”'), quiet: false });
  expect(aheadLine(withTask('welfare-check', [{ state: 'going', name: 'Wren' }, { state: 'dispatched', name: 'Lark' }], { solos: [{ ...solo, endedAt: ago(3) }] }), 't1')).toBeNull();
});

test('held is not sent: the row says both, in the order of the legs, and by duty for the crews', () => {
  const held = withTask('welfare-check', [], { reservations: [reservation('leg1', 'Lark'), reservation('leg0', 'Wren'), { ...reservation('leg0', 'Crane'), endedAs: 'released', endedAt: ago(1) }] });
  expect(heldHere(held).map(({ name }) => name)).toEqual(['Wren', 'Lark']);
  expect(standLine(held, 'uncovered')).toMatch(/^held until \d\d:\d\d, not sent: Wren and Lark$/);
  expect(heldLine(heldHere(held))).toMatch(/^Wren and Lark held until \d\d:\d\d by /);
  const [one] = heldOnBoard(new Map([[held.id, held]])).values();
  expect(one === undefined ? '' : heldWords(one)).toMatch(/^held for 0047 until \d\d:\d\d by /);
});

test('a partner who declined is named in the row, at once', () => {
  const left = withTask('welfare-check', [{ state: 'going', name: 'Wren' }, { state: 'declined', name: 'Lark' }]);
  expect(claimsOf(left, { status: 'part-sent', soon: false }, { staffId: KAUR.staffId, isSupervisor: false }, NOW)).toContainEqual({ words: 'left alone: Lark declined', pressing: true, byStatus: false });
});
