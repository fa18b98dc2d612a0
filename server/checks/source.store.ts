// Whom there is to ask, as the settings say: in the database, so that every process and every old line of a log knows their names. Addresses and keys stay in the settings.
import type { CheckSource } from '../../shared/domain/check.ts';
import type { Queryable } from '../database/connect.ts';

export interface StoredSource extends CheckSource { inUse: boolean }

/** In the order of the settings, those that are no longer asked last. */
export const readCheckSources = (db: Queryable): Promise<StoredSource[]> =>
  db.query<StoredSource[]>('SELECT code, name, way, phone, automatic, answer_seconds AS "answerSeconds", in_use AS "inUse" FROM check_source ORDER BY in_use DESC, position, code');

export const sourcesInUse = async (db: Queryable): Promise<StoredSource[]> => (await readCheckSources(db)).filter(({ inUse }) => inUse);

/** One statement: two servers that start together leave the list whole. */
export const keepCheckSources = (db: Queryable, sources: readonly CheckSource[]): Promise<unknown> => db.query(
  `WITH given AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::integer[]) WITH ORDINALITY AS g (code, name, way, phone, automatic, answer_seconds, position)),
    gone AS (UPDATE check_source SET in_use = false WHERE in_use AND code <> ALL($1::text[]))
   INSERT INTO check_source (code, name, way, phone, automatic, answer_seconds, position, in_use) SELECT code, name, way, phone, automatic, answer_seconds, position, true FROM given ORDER BY code
   ON CONFLICT (code) DO UPDATE SET (name, way, phone, automatic, answer_seconds, position, in_use) = (EXCLUDED.name, EXCLUDED.way, EXCLUDED.phone, EXCLUDED.automatic, EXCLUDED.answer_seconds, EXCLUDED.position, true)`,
  [sources.map(({ code }) => code), sources.map(({ name }) => name), sources.map(({ way }) => way), sources.map(({ phone }) => phone), sources.map(({ automatic }) => automatic), sources.map(({ answerSeconds }) => answerSeconds)]);
