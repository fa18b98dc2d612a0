// What a responder pressed without a connection: kept, sent in order once, never as somebody else, and a "no" is shown.
import { expect, test } from '@jest/globals';
import { Refused, Unreachable } from '../../client/live/api.ts';
import { Outbox } from '../../client/live/outbox.ts';
import type { KeptCommand, Shelf } from '../../client/live/outbox-shelf.ts';

const shelfOf = (kept: Map<string, KeptCommand>): Shelf => ({
  all: () => Promise.resolve([...kept.values()]),
  put: (command) => Promise.resolve(kept.set(command.commandId, command)),
  remove: (commandId) => Promise.resolve(kept.delete(commandId)),
});

/** A tablet with a server behind it that can be out of reach, and that refuses what is called "late". */
function tablet(accountId: string, kept = new Map<string, KeptCommand>()) {
  const server = { reached: true, signedInAs: accountId, taken: [] as string[] };
  const outbox = new Outbox(accountId, {
    shelf: shelfOf(kept),
    notKept: () => { throw new Error('the shelf holds everything'); },
    whoAmI: async () => {
      if (!server.reached) throw new Unreachable();
      return server.signedInAs;
    },
    deliver: async ({ commandId }) => {
      if (!server.reached) throw new Unreachable();
      if (commandId === 'late') throw new Refused('assignment-ended', 'This task is no longer yours.', 409, {});
      if (commandId === 'signed-out') throw new Refused('not-signed-in', 'Sign in again.', 401, {});
      server.taken.push(commandId);
    },
  });
  const press = (commandId: string) => outbox.push({ name: 'advanceAssignment', commandId, body: { to: 'there' }, at: '2026-11-20T22:00:00.000Z' });
  return { outbox, server, press, kept };
}

const idsOf = (commands: readonly KeptCommand[]): string[] => commands.map(({ commandId }) => commandId);

test('out of reach it keeps them in order; within reach it sends them in that order, once', async () => {
  const { outbox, server, press, kept } = tablet('kaur');
  server.reached = false;
  for (const commandId of ['going', 'there', 'seen']) await press(commandId);
  await outbox.send();
  expect(idsOf(outbox.contents.unsent)).toEqual(['going', 'there', 'seen']);
  server.reached = true;
  await Promise.all([outbox.send(), outbox.send()]);
  await outbox.send();
  expect(server.taken).toEqual(['going', 'there', 'seen']);
  expect(outbox.contents.unsent).toEqual([]);
  expect(kept.size).toBe(0);
});

test('a reload loses nothing, and what was refused is still shown until it is put away', async () => {
  const before = tablet('kaur');
  before.server.reached = false;
  for (const commandId of ['late', 'left']) await before.press(commandId);
  before.outbox.stop();

  const { outbox, server, kept } = tablet('kaur', before.kept);
  await outbox.send();
  await outbox.send();
  expect(server.taken).toEqual(['left']);
  expect(outbox.contents.refused).toMatchObject([{ commandId: 'late', sentence: 'This task is no longer yours.' }]);
  expect([...kept.keys()]).toEqual(['late']);
  await outbox.dismiss('late');
  expect(kept.size).toBe(0);
});

test('an ended session refuses nobody’s work: it waits', async () => {
  const { outbox, press } = tablet('kaur');
  await press('signed-out');
  await outbox.send();
  outbox.stop();
  expect(idsOf(outbox.contents.unsent)).toEqual(['signed-out']);
  expect(outbox.contents.refused).toEqual([]);
});

test('another account on the same tablet sends and sees nothing of it, only how many there are', async () => {
  const first = tablet('kaur');
  first.server.reached = false;
  await first.press('there');
  first.outbox.stop();

  const second = tablet('amin', first.kept);
  await second.press('going');
  await second.outbox.send();
  expect(second.server.taken).toEqual(['going']);
  expect(second.outbox.contents.others).toBe(1);
  expect([...first.kept.keys()]).toEqual(['there']);
});

test('somebody else signed in from another tab: nothing is sent under their name', async () => {
  const { outbox, server, press } = tablet('kaur');
  server.signedInAs = 'amin';
  await press('there');
  await outbox.send();
  expect(server.taken).toEqual([]);
  expect(idsOf(outbox.contents.unsent)).toEqual(['there']);
});
