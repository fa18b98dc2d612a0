// Everything that stands beside a call while it is taken, in one answer. Each part goes through what the viewer may see, its counts too.
import { incidentRef, type Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { matchNote } from '../../shared/domain/overnight-note-match.ts';
import { readPhone } from '../../shared/domain/phone-number.ts';
import { repeatsSince } from '../../shared/domain/repeat-concern.ts';
import { maySeeMatchedNote } from '../../shared/domain/visibility.ts';
import type { CallLookups, History, KnownWarning, lookUpCall as route, PastIncident } from '../../shared/protocol/call-lookups.ts';
import type { InputOf } from '../../shared/protocol/route.ts';
import { sourcesInUse } from '../checks/source.store.ts';
import { logAccess } from '../events/access-log.ts';
import { findNotes } from '../handovers/handover.store.ts';
import type { Query, Reading } from '../http/handle.ts';
import { isOwnPoint } from '../exchange/place.store.ts';
import { checksFoundAt, checksFoundOn, incidentsAt, LOOKED_AT, warningsAt, warningsOn, type Found, type FoundCheckRow, type WarningRow } from './address-history.store.ts';
import { callsFrom } from './number-history.store.ts';
import { openAlike } from './open-alike.ts';
import { findPeopleKnown, type PersonKnown } from './people-known.ts';
import { pastIncidents } from './past-incident.store.ts';

type Asked = InputOf<typeof route>;
const SHOWN = 5;

export const lookUpCall: Query<typeof route> = async (reading, asked) => {
  const { db, actor, now } = reading;
  const { address } = asked;
  const phone = asked.number === null ? null : readPhone(asked.number);
  const ownPoint = address !== null && await isOwnPoint(db, address);
  const [calls, at, alike, people, warnings, foundHere, sources, notes] = await Promise.all([
    phone === null || phone.e164 === null ? [] : callsFrom(db, actor, phone.e164),
    address === null ? null : incidentsAt(db, actor, address, ownPoint),
    openAlike(db, actor, {
      words: asked.words ?? '', at: now, numbers: phone === null || phone.e164 === null ? [] : [phone.e164], names: asked.people.map(({ name }) => name), address: address === null ? null : { ...address, isPoint: ownPoint },
    }),
    findPeopleKnown(reading, asked),
    address === null ? [] : warningsAt(db, actor, address, ownPoint),
    address === null ? [] : checksFoundAt(db, actor, address, ownPoint),
    sourcesInUse(db),
    matchingNotes(reading, asked),
    logAccess(db, actor, now, { action: 'lookup', entity: 'call', entityId: asked.callId }),
  ]);
  const shownCalls = calls.slice(0, SHOWN);
  const named = people.flatMap(({ before }) => before.map(({ incidentId }) => incidentId));
  const [past, theirs, foundOfThem] = await Promise.all([
    pastIncidents(db, actor, [...shownCalls.map(({ incidentId }) => incidentId), ...shown(at ?? []), ...alike.map(({ id }) => id), ...named]),
    warningsOn(db, actor, named),
    checksFoundOn(db, actor, named),
  ]);
  const ofDoor = new Set(warnings.map(({ id }) => id));
  return {
    number: phone === null ? null : {
      read: phone.e164 === null ? null : phone.shown, more: calls.length > SHOWN,
      earlier: shownCalls.flatMap(({ callId, at: reportedAt, incidentId, name, agency }) => lineOf(past, incidentId).map((incident) => ({ callId, at: reportedAt, who: [name, agency].filter((part) => part !== null).join(', ') || null, incident }))),
    },
    address: at === null ? null : historyOf(at, past, now),
    alike: alike.flatMap(({ id, reasons }) => lineOf(past, id).map((incident) => ({ incident, reasons: [...reasons] }))),
    people: people.flatMap((person) => personKnown(person, past, now)),
    warnings: [
      ...warnings.map((warning) => knownWarning(warning, now, null)),
      ...theirs.filter(({ id }) => !ofDoor.has(id)).map(({ incidentId, ...warning }) => knownWarning(warning, now, whomOf(people, incidentId))),
    ],
    checks: { sources: sources.map(({ name }) => name), found: onceKnown(foundHere, foundOfThem) },
    notes,
  } satisfies CallLookups;
};

const shown = (found: readonly Found[]): Id[] => found.slice(0, SHOWN).map(({ id }) => id);
const lineOf = (past: ReadonlyMap<Id, PastIncident>, id: Id): PastIncident[] => [past.get(id)].filter((one) => one !== undefined);

/** Which concern within seven days the call being taken would be; what was the same event told twice counts once. */
function historyOf(found: readonly Found[], past: ReadonlyMap<Id, PastIncident>, now: Instant): History {
  const since = repeatsSince(now);
  return { incidents: shown(found).flatMap((id) => lineOf(past, id)), more: found.length > SHOWN, concern: Math.min(LOOKED_AT, found.filter(({ reportedAt, isDuplicate }) => !isDuplicate && reportedAt > since).length + 1) };
}

/** No line where nobody like them was named; the count says "perhaps" wherever it is shown. */
function personKnown({ said, before }: PersonKnown, past: ReadonlyMap<Id, PastIncident>, now: Instant): CallLookups['people'] {
  const lines = before.flatMap(({ incidentId, as, reasons }) => lineOf(past, incidentId).map((incident) => ({ incident, as, reasons })));
  const since = repeatsSince(now);
  const lately = lines.filter(({ incident }) => incident.reportedAt > since && incident.ending !== 'duplicate').length;
  return lines.length === 0 ? [] : [{ said, incidents: lines.slice(0, SHOWN), more: lines.length > SHOWN, concern: lately + 1 }];
}

/** Whom a warning may be about, and why that is thought. */
function whomOf(people: readonly PersonKnown[], incidentId: Id): string {
  const found = people.flatMap(({ before }) => before).find((one) => one.incidentId === incidentId);
  return `perhaps ${found?.as ?? 'one of those named'}: ${found?.reasons.join(', ') ?? ''}`;
}

const knownWarning = ({ night, number, source, ...warning }: WarningRow, now: Instant, whom: string | null): KnownWarning =>
  ({ ...warning, source: source ?? '(this text was erased)', reviewDue: warning.reviewAt < now, ref: incidentRef({ night, number }), about: whom === null ? 'address' : 'person', whom });

/** Of the door first; of those who may be the same people, "perhaps". */
function onceKnown(here: readonly FoundCheckRow[], ofThem: readonly FoundCheckRow[]): CallLookups['checks']['found'] {
  const ofDoor = new Set(here.map(({ id }) => id));
  const perhaps = ofThem.filter(({ id }) => !ofDoor.has(id)).map((one) => ({ ...one, whom: `${one.whom ?? 'somebody'} (perhaps one of those named)` }));
  return [...here, ...perhaps].slice(0, SHOWN).map(({ night, number, ...one }) => ({ ...one, ref: incidentRef({ night, number }) }));
}

async function matchingNotes({ db, actor, now }: Reading, { people, address, number, words }: Asked): Promise<CallLookups['notes']> {
  const known = { names: people.map(({ name }) => name), place: address?.label ?? null, phones: [number, words].filter((text) => text !== null) };
  const standing = await findNotes(db, 'n.ended_at IS NULL AND n.expires_at > $1', [now], now);
  return standing.map(({ view }) => ({ note: view, by: matchNote(view, known) })).filter(({ note, by }) => by.length > 0 && maySeeMatchedNote(actor, note));
}
