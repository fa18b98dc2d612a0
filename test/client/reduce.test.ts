// Whatever order messages come in, however often, with snapshots anywhere between: every screen ends with the same board.
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { applyBatch, applySnapshot, nothingKnown } from '../../shared/protocol/reduce.ts';
import type { LiveState } from '../../shared/protocol/reduce.ts';
import type { Change, LiveBatch, Snapshot } from '../../shared/protocol/live.ts';
import type { OvernightNoteView, TeamView } from '../../shared/protocol/views.ts';

// Two kinds of thing are enough to see that one does not disturb the other; `mark` tells one view of a thing from the next.
const team = (id: string, mark: number): TeamView => ({ id, callSign: `B${mark}`, vehicle: null, districtCodes: [], night: '2026-11-20', formedAt: '2026-11-20T19:00:00.000Z' });
const note = (id: string, mark: number): OvernightNoteView => ({
  id, receivingTeamId: 'r', receivingTeam: 'Burnley', about: `version ${mark}`, place: null, phone: null, body: 'b', plan: 'p',
  lodgedBy: { staffId: 's', name: 'Amin' }, lodgedAt: '2026-11-20T16:00:00.000Z', expiresAt: '2026-11-21T09:00:00.000Z',
});

/** One event: what it touches, and whether we may see it afterwards. */
interface Event { entity: 'team' | 'overnightNote'; id: string; seen: boolean }
const event: fc.Arbitrary<Event> = fc.record({ entity: fc.constantFrom('team', 'overnightNote'), id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), seen: fc.boolean() });
const log = fc.array(event, { minLength: 1, maxLength: 30 });

type Known = Map<string, number>;
const keyOf = ({ entity, id }: Event): string => `${entity} ${id}`;

/** What may be seen after each place in the log, and at which place each thing last changed; place 0 is the empty log. */
function worldsOf(events: readonly Event[]): Known[] {
  const worlds: Known[] = [new Map()];
  events.forEach((one, index) => {
    const next = new Map(worlds[index]);
    if (one.seen) next.set(keyOf(one), index + 1);
    else next.delete(keyOf(one));
    worlds.push(next);
  });
  return worlds;
}

const snapshotOf = (world: Known, seq: number): Snapshot => {
  const of = <V>(entity: Event['entity'], view: (id: string, mark: number) => V): V[] =>
    [...world].filter(([key]) => key.startsWith(`${entity} `)).map(([key, mark]) => view(key.slice(entity.length + 1), mark));
  return { protocol: 1, seq, serverNow: '2026-11-20T22:00:00.000Z', speed: 1, incident: [], duty: [], team: of('team', team), handover: [], overnightNote: of('overnightNote', note), night: [], silentSource: [], sos: [], positions: [] };
};

function changeOf(one: Event, mark: number | undefined): Change {
  if (mark === undefined) return { entity: one.entity, id: one.id, gone: true };
  return one.entity === 'team' ? { entity: 'team', id: one.id, view: team(one.id, mark) } : { entity: 'overnightNote', id: one.id, view: note(one.id, mark) };
}

/** The server may read a change later than it was made, together with others: every view is as of the batch's place. */
const batchOf = (events: readonly Event[], worlds: readonly Known[], index: number, readAt: number): LiveBatch => {
  const world = worlds[readAt];
  const touched = events.slice(index, readAt);
  return { seq: readAt, changes: touched.map((one) => changeOf(one, world?.get(keyOf(one)))) };
};

type Message = { batch: LiveBatch } | { snapshot: Snapshot };
const hear = (state: LiveState, message: Message): LiveState => ('batch' in message ? applyBatch(state, message.batch) : applySnapshot(state, message.snapshot));

const boardOf = (state: LiveState): object => ({
  team: state.entities.team.shown.toSorted((a, b) => a.id.localeCompare(b.id)),
  overnightNote: state.entities.overnightNote.shown.toSorted((a, b) => a.id.localeCompare(b.id)),
});

/** As of which place a thing is known: its own message's, or the snapshot that did not have it. */
const knownAsOf = (state: LiveState, entity: Event['entity'], id: string): number => state.entities[entity].byId.get(id)?.seq ?? state.snapshotSeq;

/** A log, its messages each read at some place from its event on, and the same messages shuffled, repeated, with snapshots between. */
const nights = log.chain((events) => {
  const worlds = worldsOf(events);
  const places = fc.integer({ min: 0, max: events.length });
  return fc.record({ reads: fc.array(fc.nat(3), { minLength: events.length, maxLength: events.length }), snapshots: fc.array(places, { maxLength: 4 }), start: places }).chain(({ reads, snapshots, start }) => {
    const batches: Message[] = events.map((_, index) => ({ batch: batchOf(events, worlds, index, Math.min(events.length, index + 1 + (reads[index] ?? 0))) }));
    const shots: Message[] = snapshots.map((seq) => ({ snapshot: snapshotOf(worlds[seq] ?? new Map(), seq) }));
    const all = [...batches, ...shots];
    return fc.record({
      events: fc.constant(events), worlds: fc.constant(worlds), start: fc.constant(start), batches: fc.constant(batches),
      heard: fc.tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.array(fc.constantFrom(...all), { maxLength: 20 })).map(([once, again]) => [...once, ...again]),
    });
  });
});

test('messages shuffled, repeated and late, and snapshots anywhere between them, end in the board that the log says', () => {
  fc.assert(fc.property(nights, ({ events, worlds, heard, batches }) => {
    const truth = boardOf(applySnapshot(nothingKnown, snapshotOf(worlds[events.length] ?? new Map(), events.length)));
    expect(boardOf(heard.reduce(hear, nothingKnown))).toEqual(truth);
    expect(boardOf(batches.reduce(hear, nothingKnown))).toEqual(truth);
  }), { numRuns: 500 });
});

test('a snapshot stands for every message before it: none of those need come, and any may still come', () => {
  fc.assert(fc.property(nights, fc.infiniteStream(fc.boolean()), ({ events, worlds, heard, start }, lost) => {
    const from: Message = { snapshot: snapshotOf(worlds[start] ?? new Map(), start) };
    const needed = heard.filter((message) => ('batch' in message ? message.batch.seq > start : !lost.next().value));
    const stray = heard.filter((message) => 'batch' in message && message.batch.seq <= start && !lost.next().value);
    const truth = boardOf(applySnapshot(nothingKnown, snapshotOf(worlds[events.length] ?? new Map(), events.length)));
    expect(boardOf([...needed, from, ...stray].reduce(hear, nothingKnown))).toEqual(truth);
  }), { numRuns: 500 });
});

test('what is known of a thing never goes back', () => {
  fc.assert(fc.property(nights, ({ heard }) => {
    let state = nothingKnown;
    for (const message of heard) {
      const next = hear(state, message);
      expect(next.seq).toBeGreaterThanOrEqual(state.seq);
      expect(next.snapshotSeq).toBeGreaterThanOrEqual(state.snapshotSeq);
      for (const entity of ['team', 'overnightNote'] as const) {
        for (const id of ['a', 'b', 'c', 'd', 'e']) expect(knownAsOf(next, entity, id)).toBeGreaterThanOrEqual(knownAsOf(state, entity, id));
      }
      state = next;
    }
  }), { numRuns: 300 });
});

test('a late message does not bring back what a snapshot no longer has', () => {
  const after = applySnapshot(nothingKnown, snapshotOf(new Map(), 9));
  expect(applyBatch(after, { seq: 7, changes: [{ entity: 'team', id: 'a', view: team('a', 7) }] })).toBe(after);
});

test('a snapshot does not undo a message that is newer than it', () => {
  const gone = applyBatch(nothingKnown, { seq: 9, changes: [{ entity: 'team', id: 'a', gone: true }] });
  const after = applySnapshot(gone, snapshotOf(new Map([['team a', 3], ['team b', 4]]), 5));
  expect(after.entities.team.shown).toEqual([team('b', 4)]);
  expect(after.seq).toBe(9);
});

test('sight that changed without an event: a second snapshot of the same place replaces the first', () => {
  const before = applySnapshot(nothingKnown, snapshotOf(new Map([['team a', 3]]), 5));
  expect(applySnapshot(before, snapshotOf(new Map([['overnightNote b', 4]]), 5)).entities.team.shown).toEqual([]);
});

test('what a message does not touch stays the very same: two thousand incidents are not drawn again for one team', () => {
  const before = applySnapshot(nothingKnown, snapshotOf(new Map([['team a', 1], ['overnightNote b', 2]]), 2));
  const after = applyBatch(before, { seq: 3, changes: [{ entity: 'team', id: 'c', view: team('c', 3) }] });
  expect(after.entities.overnightNote).toBe(before.entities.overnightNote);
  expect(after.entities.team.shown[0]).toBe(before.entities.team.shown[0]);
});

test('a message heard twice changes nothing the second time, so nothing is marked as new', () => {
  const batch: LiveBatch = { seq: 3, changes: [{ entity: 'team', id: 'c', view: team('c', 3) }] };
  const once = applyBatch(nothingKnown, batch);
  const again = applyBatch(once, { ...batch, changes: [{ entity: 'team', id: 'c', view: team('c', 3) }] });
  expect(again.entities.team).toBe(once.entities.team);
});
