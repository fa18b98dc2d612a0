// Every route there is, by name: what OpenAPI, the role tests and the typed client are made from.
import * as admin from './admin.ts';
import * as calendar from './calendar.ts';
import * as callDrafts from './call-drafts.ts';
import * as alarms from './alarms.ts';
import * as certificates from './certificates.ts';
import * as callLookups from './call-lookups.ts';
import * as debrief from './debrief.ts';
import * as checks from './checks.ts';
import * as dispatch from './dispatch.ts';
import * as duties from './duties.ts';
import * as handovers from './handovers.ts';
import * as holds from './holds.ts';
import * as incidents from './incidents.ts';
import * as missing from './missing.ts';
import * as owed from './owed.ts';
import * as people from './people.ts';
import * as outside from './outside.ts';
import * as places from './places.ts';
import * as planning from './planning.ts';
import * as policies from './policies.ts';
import * as rehearsal from './rehearsal.ts';
import * as roster from './roster.ts';
import type { Route } from './route.ts';
import * as session from './session.ts';
import * as sos from './sos.ts';
import * as stays from './stays.ts';
import * as taking from './taking.ts';
import * as suggestions from './suggestions.ts';
import * as systems from './systems.ts';

const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'may' in value;

/** Keyed by the name each has in its file: the operation id in OpenAPI. */
export const ROUTES: ReadonlyMap<string, Route> = new Map(
  [
    session, callLookups, incidents, people, missing, owed, callDrafts, checks, taking, dispatch,
    admin,
    alarms,
    certificates,
    debrief,
    duties,
    holds,
    handovers,
    outside,
    places,
    planning,
    policies,
    rehearsal,
    calendar, roster,
    sos,
    stays,
    suggestions,
    systems,
  ].flatMap((room) => Object.entries(room).filter((entry): entry is [string, Route] => isRoute(entry[1]))),
);
