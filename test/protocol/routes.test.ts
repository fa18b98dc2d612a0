// What holds for every route there is: a summary, declared parameters, a name of its own, known refusals, and nothing unknown let in.
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { REFUSALS } from '../../shared/domain/refusal.ts';
import { ROLES } from '../../shared/domain/visibility.ts';
import { Done } from '../../shared/protocol/route.ts';
import { ROUTES } from '../../shared/protocol/routes.ts';
import { openObjects, parametersOf } from './json-schema.ts';

const routes = [...ROUTES];
const STRANGER = 'a-key-that-nobody-knows';

const refusesStranger = (schema: z.ZodObject): boolean =>
  schema.safeParse({ [STRANGER]: 1 }).error?.issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(STRANGER)) ?? false;

test('no two routes answer the same call, and none hides another', () => {
  const shapes = routes.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
  expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
});

describe.each(routes)('%s', (_name, route) => {
  test('says in a line what it does and who may', () => {
    expect(route.summary).toMatch(/^\S.{4,119}[^.\s]$/);
    if (typeof route.may !== 'string') {
      expect(route.may.length).toBeGreaterThan(0);
      expect(route.may.filter((role, index) => !ROLES.includes(role) || route.may.indexOf(role) !== index)).toEqual([]);
    }
  });

  test('has a path in lower case whose parameters are all declared, and no others', () => {
    expect(route.path).toMatch(/^(\/([a-z-]+|:[a-zA-Z]+))+(\.csv)?$/);
    expect(parametersOf(route.path)).toEqual(Object.keys(route.params.shape));
  });

  test('keeps query, parameters and body apart, for a handler gets them as one', () => {
    const keys = [route.params, route.query, route.body].flatMap((part) => Object.keys(part.shape));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    if (route.method === 'GET') expect(Object.keys(route.body.shape)).toEqual([]);
    else expect(Object.keys(route.query.shape)).toEqual([]);
  });

  test('refuses by the catalogue, each code once', () => {
    expect(route.refusals.filter((code, index) => !(code in REFUSALS) || route.refusals.indexOf(code) !== index)).toEqual([]);
  });

  test('refuses a key it does not know, however deep', () => {
    for (const part of [route.params, route.query, route.body]) {
      expect(refusesStranger(part)).toBe(true);
      expect(openObjects(z.toJSONSchema(part, { io: 'input' }))).toEqual([]);
    }
  });
});

describe('commands', () => {
  const posts = routes.filter(([, { method }]) => method === 'POST');
  /** They change nothing, are about the session itself, may be sent twice without harm, or carry a reference of the sender’s own. */
  const WITHOUT_ID = ['findAlike', 'signIn', 'changePassword', 'lookUpCall', 'readLink', 'useLink', 'proposeGradeRoute', 'reportPositions', 'markSimulated', 'sendCall', 'beginCallDraft', 'keepCallDraft', 'findPlaces', 'tryPolicy', 'suggestForTask', 'judgeRosterFile'];

  test('each carry an id made by the client, so that a repeat gives the first answer', () => {
    expect(posts.filter(([, { body }]) => !('commandId' in body.shape)).map(([name]) => name).toSorted()).toEqual(WITHOUT_ID.toSorted());
  });

  test('answer how far the log has got, so that a screen knows when it has caught up', () => {
    const others = posts.filter(([name, { out }]) => !WITHOUT_ID.includes(name) && out !== Done).map(([name]) => name);
    expect(others.toSorted()).toEqual(['addAccount', 'makeCalendarLink', 'makeSystemKey', 'resetPassword']); // they answer a one-time link, or a key, once
  });
});

test('only another system’s own key opens the door for systems', () => {
  expect(routes.filter(([, { may }]) => may === 'system').map(([name]) => name).toSorted()).toEqual(['readCallState', 'sendCall']);
});

test('only sign-in and one-time links are open to anyone', () => {
  expect(routes.filter(([, { may }]) => may === 'anyone').map(([name]) => name).toSorted()).toEqual(['readLink', 'signIn', 'useLink']);
});
