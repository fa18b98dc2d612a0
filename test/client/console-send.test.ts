// Whom the console suggests is whom the server will let go, and for everybody else the reason is given.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACTIVITY_CODES, NEEDS, PROFESSIONS, type Need } from '../../shared/domain/activity.ts';
import { whyNotSend } from '../../client/console/board/asked.ts';
import { crewsOf } from '../../client/console/board/crew.ts';
import { chosenWith, suggestions, takings } from '../../client/console/board/suggest.ts';
import { ago, duty, incident, KAUR, NOW, team, withTask } from './console-night.ts';

/** Said, should one leg go ahead alone. */
const AHEAD = { aloneBecause: '', soloBecause: 'Near', mayGoAhead: ACTIVITY_CODES, meetAt: null };

const legs = (...needs: Need[]) => needs.map((need, index) => ({ id: `leg${index}`, need }));
const burnley = { lat: 53.79, lon: -2.25 };
const near = duty('Near', 'social-worker', { teamId: 'b1' });
const far = duty('Far', 'social-worker', { teamId: 'l1' });
const busy = duty('Busy', 'social-worker', { teamId: 'b2', availability: 'going', incidentId: 'i2' });
const officer = duty('Officer', 'pcso', { teamId: 'h1' });
const at = (dutyId: string, lat: number, lon: number) => [dutyId, { dutyId, lat, lon, accuracyM: null, at: ago(1) }] as const;
const crews = crewsOf([far, near, busy, officer], ['B1', 'B2', 'L1', 'H1', 'W1'].map(team), new Map([at(near.id, 53.8, -2.24), at(far.id, 54.05, -2.8)]));
const asked = { wanted: legs('social-work'), kind: 'visit' as const, to: burnley, incidents: new Map([['i2', { ref: 'EAR-1120-0051' }]]) };

describe('suggestions', () => {
  test('those who fit come nearest first, by the straight line and saying so', () => {
    const fitting = suggestions(crews, asked).filter(({ takes }) => takes.length > 0);
    expect(fitting.map(({ crew }) => crew.callSign)).toEqual(['B1', 'L1']);
    expect(fitting[0]?.estimate?.basis).toBe('straight-line');
  });

  test('everybody else is listed with the reason', () => {
    const others = new Map(suggestions(crews, asked).filter(({ takes }) => takes.length === 0).map(({ crew, whyNot }) => [crew.callSign, whyNot]));
    expect(others).toEqual(new Map([['B2', 'going to 0051'], ['H1', 'cannot stand in the social work leg'], ['W1', 'nobody on duty in it']]));
  });

  test('work that one may not see holds a crew all the same', () => {
    expect(suggestions(crews, { ...asked, incidents: new Map() }).find(({ crew }) => crew.callSign === 'B2')?.whyNot).toBe('going to other work');
  });

  test('by phone somebody who is going can still be asked', () => {
    expect(suggestions(crews, { ...asked, kind: 'phone' }).find(({ crew }) => crew.callSign === 'B2')?.takes).toHaveLength(1);
  });
});

describe('who stands in which leg', () => {
  test('a constable leaves the easier leg to a PCSO', () => {
    const [constable, pcso] = [duty('Holt', 'constable'), duty('Marsh', 'pcso')];
    expect(takings(legs('police', 'constable'), [constable, pcso]).map(({ duty: { name }, need }) => [name, need])).toEqual([['Marsh', 'police'], ['Holt', 'constable']]);
  });

  test('whatever is suggested, the dispatch rule accepts', () => {
    const people = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{3}$/), fc.constantFrom(...PROFESSIONS)), { maxLength: 6, selector: ([name]) => name });
    fc.assert(fc.property(fc.array(fc.constantFrom(...NEEDS), { minLength: 1, maxLength: 4 }), people, (needs, named) => {
      const wanted = legs(...needs);
      const taken = takings(wanted, named.map(([name, profession]) => duty(name, profession)));
      const view = withTask('welfare-check', [], { legs: wanted.map((leg, position) => ({ ...leg, skills: [], taskId: 't1', position })) });
      const candidates = taken.map(({ duty: one }) => ({ assignmentId: one.id, dutyId: one.id, staffId: one.staffId, name: one.name, profession: one.profession, skills: one.skills, teamId: null, onDuty: true, breakUntil: null, busyOn: null, heldFor: null, vehicle: null, gender: null }));
      expect(whyNotSend(view, 't1', candidates, [], { staffId: KAUR.staffId, now: new Date(NOW) }, AHEAD)).toBeUndefined();
    }));
  });

  test('a second crew takes the leg that is left; a third takes over', () => {
    const [b1, l1, h1] = ['B1', 'L1', 'H1'].map((callSign) => crews.find((crew) => crew.callSign === callSign));
    if (b1 === undefined || l1 === undefined || h1 === undefined) throw new Error('the crews are missing');
    const joint = { wanted: legs('police', 'social-work'), kind: 'visit' as const };
    const both = chosenWith(h1, chosenWith(b1, [], joint), joint);
    expect(both.map(({ name }) => name)).toEqual(['Near', 'Officer']);
    expect(chosenWith(l1, both, joint).map(({ name }) => name)).toEqual(['Officer', 'Far']);
  });
});

test('a button asks the server’s own rule: sending to a Grade 1 is refused with its sentence', () => {
  expect(whyNotSend(withTask('welfare-check', [], { grade: 1 }), 't1', [], [], { staffId: KAUR.staffId, now: new Date(NOW) }, AHEAD)).toMatch(/police control room/);
  expect(whyNotSend(incident(), 'none', [], [], { staffId: KAUR.staffId, now: new Date(NOW) }, AHEAD)).toBeDefined();
});
