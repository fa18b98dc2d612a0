// The areas and places of one database into another that has none: real streets once imported are every played night's.
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { withClient } from '../database/with-client.ts';

const TABLES = ['area (code, name, served, geometry)', 'place (id, name, district, district_code, lat, lon, served, source, source_key, words)', 'place_word (spelling, word)'] as const;

/** As the owner of both. */
export const copyGazetteer = (fromUrl: string, toUrl: string): Promise<void> =>
  withClient(fromUrl, 'places', (source) => withClient(toUrl, 'places', async (target) => {
    for (const table of TABLES) await pipeline(source.query(copyTo(`COPY ${table} TO STDOUT`)), target.query(copyFrom(`COPY ${table} FROM STDIN`)));
  }));
