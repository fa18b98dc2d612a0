// Where those named in a call may have been named before: by likeness, and by what somebody has said to be the same person. Each with why; none of it is certain.
import { isLikely } from '../../shared/domain/alike.ts';
import type { Id } from '../../shared/domain/incident-file.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { LOOKED_UP_PEOPLE, type lookUpCall as route } from '../../shared/protocol/call-lookups.ts';
import type { InputOf } from '../../shared/protocol/route.ts';
import type { Reading } from '../http/handle.ts';
import { findAlikePeople } from '../subjects/alike.store.ts';
import { findSamePersons } from '../subjects/match.store.ts';
import { findHistoryOf } from '../subjects/person.queries.ts';

type Asked = InputOf<typeof route>;
export interface NamedBefore { incidentId: Id; at: Instant; as: string; reasons: string[] }
export interface PersonKnown { said: string; before: NamedBefore[] }

export const findPeopleKnown = (reading: Reading, { people, address }: Asked): Promise<PersonKnown[]> => Promise.all(
  people.slice(0, LOOKED_UP_PEOPLE).map(async (person) => ({ said: person.name, before: await namedBefore(reading, { ...person, aliases: [], address: address?.label ?? null, notOf: null }) })));

/** One line an incident, the latest first. */
async function namedBefore({ db, actor, now }: Reading, query: Parameters<typeof findAlikePeople>[2]): Promise<NamedBefore[]> {
  const likely = (await findAlikePeople(db, actor, query, now)).filter(({ likeness }) => isLikely(likeness));
  const alike = likely.map(({ incidentId, at, name, reasons }): NamedBefore => ({ incidentId, at, as: name, reasons }));
  const persons = await findSamePersons(db, actor, likely.map(({ personId }) => personId));
  const linked = [...persons].filter(([, mark]) => mark !== null);
  const history = linked.length === 0 ? [] : await findHistoryOf(db, actor, new Map(linked));
  const said = history.map(({ incidentId, reportedAt, name, match }): NamedBefore => ({ incidentId, at: reportedAt, as: name, reasons: [`said by ${match?.by ?? 'a colleague'} to be the same person`] }));
  const lines = new Map([...said, ...alike.toReversed()].map((line) => [line.incidentId, line]));
  return [...lines.values()].toSorted((a, b) => b.at.localeCompare(a.at));
}
