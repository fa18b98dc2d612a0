// A crew at a door: when it leaves and checks in, and that facts give the same in whatever order they come.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accept } from '../../shared/domain/decision.ts';
import { FIRST_POLICY } from '../../shared/domain/first-policy.ts';
import type { IncidentFile } from '../../shared/domain/incident-file.ts';
import { plusMinutes } from '../../shared/domain/instant.ts';
import { areApart, standingPartings, tellParted, tellTogether } from '../../shared/domain/parting.ts';
import { decideCheckIn, decideLeaving, runningStays, stayOf, staysSet } from '../../shared/domain/stay.ts';
import { advanced, at, by, evening, graded, joint, later, sent, type Deed } from './evening.ts';

const arrived: readonly Deed[] = [graded(3), joint, sent('wren', 'constable'), sent('lark', 'social-worker'), advanced('wren', 'going'), advanced('wren', 'there', 20), advanced('lark', 'going'), advanced('lark', 'there', 22)];
const set: Deed = (file) => accept(...staysSet(null, file, FIRST_POLICY.crew, by('nightjar', 22)));
const checksIn = (minutes: number, alsoFor: readonly string[] = [], heardAt = 600): Deed => (file) => decideCheckIn(file, { assignmentId: 'wren', alsoFor }, { ...by('wren', heardAt), happenedAt: at(minutes) });
const there = evening(...arrived, set);
const warned: Deed = () => accept({ name: 'warning.recorded', at: at(30), byId: 'ann', warningId: 'dog', kind: 'dangerous-animal', sourceId: 'source', reviewAt: at(9_000) });
const wren = (file: IncidentFile) => stayOf(file, 'wren');

describe('on arrival', () => {
  test('each has a time of leaving by what they came for, and of checking in', () => {
    expect(wren(there)).toMatchObject({ leaveBy: at(80), checkInBy: at(50), everyMinutes: 30 });
    expect(stayOf(there, 'lark')).toMatchObject({ leaveBy: at(82), checkInBy: at(52) });
  });
  test('with a staff-safety warning they check in sooner, and one that comes meanwhile asks for it from then on', () => {
    expect(wren(evening(...arrived, warned, set))).toMatchObject({ everyMinutes: 15, checkInBy: at(35) });
    const told = later(there, warned);
    const after = later(told, (file) => accept(...staysSet(there, file, FIRST_POLICY.crew, by('nightjar', 30))));
    expect(wren(after)).toMatchObject({ everyMinutes: 15, checkInBy: at(45), leaveBy: at(80) });
  });
  test('nothing is set twice, and nothing where nobody arrived', () => {
    expect(staysSet(there, there, FIRST_POLICY.crew, by('nightjar', 40))).toEqual([]);
    expect(staysSet(null, evening(graded(3), joint, sent('wren', 'constable')), FIRST_POLICY.crew, by('nightjar', 5))).toEqual([]);
  });
});

describe('checking in', () => {
  test('counts from when it was said, for oneself and for whoever is with them', () => {
    const after = later(there, checksIn(44, ['lark']));
    expect([wren(after)?.checkInBy, stayOf(after, 'lark')?.checkInBy]).toEqual([at(74), at(74)]);
    expect(decideCheckIn(there, { assignmentId: 'wren', alsoFor: ['nobody'] }, { ...by('wren', 50), happenedAt: at(50) })).toMatchObject({ accepted: false });
  });
  test('in whatever order it is heard, the latest that was said stands', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 21, max: 500 }), { minLength: 1, maxLength: 8 }), (said) => {
      const after = said.reduce((file, minutes) => later(file, checksIn(minutes)), there);
      expect(wren(after)).toMatchObject({ checkedInAt: at(Math.max(...said)), checkInBy: plusMinutes(at(Math.max(...said)), 30) });
    }));
  });
  test('of somebody who has left is kept and asks for nothing', () => {
    const left = later(there, advanced('wren', 'left', 60), checksIn(55));
    expect(runningStays(left).map(({ id }) => id)).toEqual(['lark']);
    expect(wren(left)?.checkedInAt).toBe(at(55));
  });
  test('who steps back and arrives again begins anew', () => {
    const again = later(there, (file) => accept({ name: 'assignment.corrected', at: at(25), byId: 'wren', staffId: 'wren', dutyId: 'duty of wren', assignmentId: 'wren', to: 'going', reasonId: 'why', dueAtIfUnattended: file.incident.dueAt }), advanced('wren', 'there', 70));
    const before = later(there, checksIn(24));
    expect(staysSet(before, again, FIRST_POLICY.crew, by('nightjar', 70))).toMatchObject([{ assignmentId: 'wren', checkInBy: at(100) }]);
  });
});

test('nobody says that they leave before now, or after half a day', () => {
  const leave = (minutes: number) => later(there, (file) => decideLeaving(file, { assignmentId: 'wren', leaveBy: at(minutes), alsoFor: [] }, { ...by('wren', 30), happenedAt: at(30) }));
  expect([wren(leave(10))?.leaveBy, wren(leave(90))?.leaveBy, wren(leave(5_000))?.leaveBy]).toEqual([at(30), at(90), at(30 + 720)]);
});

describe('apart', () => {
  const where = (lat: number, minutes = 60, accuracyM: number | null = 5) => ({ lat, lon: -2.25, accuracyM, at: at(minutes) });
  const said = (other: ReturnType<typeof where>) => areApart(where(53.79), other, FIRST_POLICY.crew, at(61));
  test('is further than the policy’s metres beyond what the devices call their error; an old position says nothing', () => {
    expect([said(where(53.794)), said(where(53.791)), said(where(53.794, 60, 200)), said(where(53.794, 57))]).toEqual([true, false, null, null]);
  });
  test('is told once, and over when they are together or one has left', () => {
    const parted = later(there, (file) => accept(...tellParted(file, { partingId: 'one', taskId: 'visit', assignmentIds: ['wren', 'lark'], since: at(30) }, by('nightjar', 33))));
    expect(tellParted(parted, { partingId: 'two', taskId: 'visit', assignmentIds: ['lark', 'wren'], since: at(30) }, by('nightjar', 34))).toEqual([]);
    expect(standingPartings(parted)).toHaveLength(1);
    expect(standingPartings(later(parted, advanced('wren', 'left', 40)))).toEqual([]);
    expect(standingPartings(later(parted, (file) => accept(...tellTogether(file, ['wren', 'lark'], by('nightjar', 40)))))).toEqual([]);
  });
});
