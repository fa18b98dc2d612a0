// DOMAIN’s table of who may see what, restated as examples; the default is nobody.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  maySeeDuty, maySeeHandover, maySeeIncident, maySeeNote, maySeeOvernightNote, maySeePosition, maySeeTeams, ROLES, type IncidentSight, type Role, type Viewer,
} from '../../shared/domain/visibility.ts';

const viewer = (role: Role | readonly Role[], more: Partial<Viewer> = {}): Viewer => ({
  staffId: 'me', organisationId: 'council', roles: typeof role === 'string' ? [role] : role, receivingTeamIds: role === 'receiving-team' ? ['east'] : [], dutyId: 'my duty', teamId: 'B2', ...more,
});
const incident = (more: Partial<IncidentSight> = {}): IncidentSight => ({ restricted: false, namedStaffIds: [], graded: true, raisedById: 'other', ownerId: 'other', raisedDutyId: 'other duty', assignments: [], ...more });
const assigned = (more: Partial<IncidentSight['assignments'][number]> = {}) => [{ staffId: 'me', dutyId: 'my duty', live: true, ...more }];
/** Each role, alone, is asked the same. */
const whoSees = (asks: (one: Viewer) => boolean): Role[] => ROLES.filter((role) => asks(viewer(role)));

describe('an incident', () => {
  test('that is graded and not restricted is control’s and EDT’s, and nobody else’s', () => expect(whoSees((one) => maySeeIncident(one, incident()))).toEqual(['coordinator', 'supervisor', 'edt']));

  test('that nobody graded yet is not EDT’s, unless it was raised there', () => {
    expect(whoSees((one) => maySeeIncident(one, incident({ graded: false })))).toEqual(['coordinator', 'supervisor']);
    expect(maySeeIncident(viewer('edt'), incident({ graded: false, raisedById: 'me' }))).toBe(true);
  });

  test('is a responder’s while assigned, and after that until book-off', () => {
    const responder = viewer('responder');
    expect(maySeeIncident(responder, incident({ assignments: assigned() }))).toBe(true);
    expect(maySeeIncident(responder, incident({ assignments: assigned({ live: false }) }))).toBe(true);
    expect(maySeeIncident(viewer('responder', { dutyId: null }), incident({ assignments: assigned({ live: false }) }))).toBe(false);
    expect(maySeeIncident(viewer('responder', { dutyId: 'next duty' }), incident({ assignments: assigned({ live: false }) }))).toBe(false);
    expect(maySeeIncident(responder, incident({ assignments: assigned({ staffId: 'partner' }) }))).toBe(false);
  });

  test('that a responder raised is theirs in that duty only', () => {
    expect(maySeeIncident(viewer('responder'), incident({ raisedById: 'me', raisedDutyId: 'my duty' }))).toBe(true);
    expect(maySeeIncident(viewer('responder', { dutyId: 'next duty' }), incident({ raisedById: 'me', raisedDutyId: 'my duty' }))).toBe(false);
    expect(maySeeIncident(viewer('responder', { dutyId: null }), incident({ raisedById: 'me', raisedDutyId: null }))).toBe(false);
  });

  test('is seen by whoever sees it in one of several roles', () => {
    expect(maySeeIncident(viewer(['edt', 'responder']), incident({ graded: false, raisedDutyId: 'my duty' }))).toBe(true);
    expect(maySeeIncident(viewer(['administrator', 'supervisor']), incident())).toBe(true);
  });

  test('is nobody’s by an assignment alone: the role has to be in force', () => {
    for (const role of ['receiving-team', 'administrator', 'auditor', 'analyst'] as const) expect(maySeeIncident(viewer(role), incident({ assignments: assigned() }))).toBe(false);
  });
});

describe('a restricted incident', () => {
  const restricted = (more: Partial<IncidentSight> = {}) => incident({ restricted: true, namedStaffIds: ['named'], ...more });
  const roles = fc.subarray([...ROLES]);
  const sight: fc.Arbitrary<IncidentSight> = fc.record({
    restricted: fc.constant(true), namedStaffIds: fc.subarray(['me', 'named']), graded: fc.boolean(), raisedById: fc.constantFrom('me', 'other'), ownerId: fc.constantFrom('me', 'other'), raisedDutyId: fc.constantFrom('my duty', 'other duty', null),
    assignments: fc.array(fc.record({ staffId: fc.constantFrom('me', 'other'), dutyId: fc.constantFrom('my duty', 'other duty'), live: fc.boolean() }), { maxLength: 3 }),
  });

  test('is concealed from every role', () => expect(whoSees((one) => maySeeIncident(one, restricted()))).toEqual([]));
  test('is there for the named who work with incidents, and being named gives no administrator, auditor or analyst sight', () => {
    expect(whoSees((one) => maySeeIncident({ ...one, staffId: 'named' }, restricted()))).toEqual(['coordinator', 'supervisor', 'edt']);
  });
  test('is there for the responder who is sent: they cannot go blind', () => expect(maySeeIncident(viewer('responder'), restricted({ assignments: assigned() }))).toBe(true));

  test('is seen by nobody who is neither named nor assigned, in whatever roles', () => {
    fc.assert(fc.property(roles, sight, fc.option(fc.constant('my duty')), (held, one, dutyId) => {
      const sees = maySeeIncident(viewer(held, { dutyId }), one);
      const named = one.namedStaffIds.includes('me');
      const sentThere = one.assignments.some(({ staffId, dutyId: duty, live }) => staffId === 'me' && (live || duty === dutyId));
      if (!named && !sentThere) expect(sees).toBe(false);
    }));
  });
});

describe('without a role in force', () => {
  test('one sees nothing at all, not even one’s own duty', () => {
    const nobody = viewer([], { teamId: 'B2' });
    expect(maySeeIncident(nobody, incident({ namedStaffIds: ['me'], raisedById: 'me', raisedDutyId: 'my duty', assignments: assigned() }))).toBe(false);
    expect(maySeeHandover(nobody, { receivingTeamId: 'east', restricted: false, namedStaffIds: ['me'] })).toBe(false);
    expect([maySeeOvernightNote(nobody, { receivingTeamId: 'east' }), maySeeTeams(nobody), maySeePosition(nobody, { staffId: 'other', teamId: 'B2' })]).toEqual([false, false, false]);
    expect(maySeeDuty(nobody, { staffId: 'me', teamId: null })).toBe(false);
  });
});

describe('who is at work, and where', () => {
  test('is control’s, and a responder’s for the own team', () => {
    expect(whoSees((one) => maySeePosition(one, { staffId: 'other', teamId: 'P1' }))).toEqual(['coordinator', 'supervisor']);
    expect(whoSees((one) => maySeePosition(one, { staffId: 'other', teamId: 'B2' }))).toEqual(['coordinator', 'supervisor', 'responder']);
  });
  test('two who go alone are not a team', () => expect(maySeePosition(viewer('responder', { teamId: null }), { staffId: 'other', teamId: null })).toBe(false));
  test('one sees one’s own', () => expect(whoSees((one) => maySeePosition(one, { staffId: 'me', teamId: null }))).toEqual([...ROLES]));
  test('call signs are for control, and for responders who choose theirs', () => expect(whoSees(maySeeTeams)).toEqual(['coordinator', 'supervisor', 'responder']));
});

describe('a handover', () => {
  const handover = (more: Partial<Parameters<typeof maySeeHandover>[1]> = {}) => ({ receivingTeamId: 'east', restricted: false, namedStaffIds: [], ...more });

  test('is EDT’s, control’s, and that of the team it was sent to', () => expect(whoSees((one) => maySeeHandover(one, handover()))).toEqual(['coordinator', 'supervisor', 'edt', 'receiving-team']));
  test('is not another team’s', () => expect(maySeeHandover(viewer('receiving-team', { receivingTeamIds: ['north'] }), handover())).toBe(false));
  test('of a restricted incident is the receiving team’s and the named’s', () => {
    expect(whoSees((one) => maySeeHandover(one, handover({ restricted: true })))).toEqual(['receiving-team']);
    expect(whoSees((one) => maySeeHandover(one, handover({ restricted: true, receivingTeamId: 'north', namedStaffIds: ['me'] })))).toEqual(['coordinator', 'supervisor', 'edt']);
  });
});

describe('notes', () => {
  test('for the night are EDT’s and those of the team that lodged them, and nobody else’s', () => {
    expect(whoSees((one) => maySeeOvernightNote(one, { receivingTeamId: 'east' }))).toEqual(['edt', 'receiving-team']);
    expect(whoSees((one) => maySeeOvernightNote(one, { receivingTeamId: 'north' }))).toEqual(['edt']);
  });

  test('that are internal stay in the organisation that wrote them, control’s of another one included', () => {
    for (const role of ROLES) {
      expect(maySeeNote(viewer(role), { internal: true, organisationId: 'police' })).toBe(false);
      expect(maySeeNote(viewer(role), { internal: true, organisationId: 'council' })).toBe(true);
      expect(maySeeNote(viewer(role), { internal: false, organisationId: 'police' })).toBe(true);
    }
  });
});
