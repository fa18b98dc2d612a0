// Places are found by the words of their names: each place has its own, and all of them are kept in a small list, by the ways in which each may be spelt, that what is typed is compared with.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlacesByTheirWords1700000022000 implements MigrationInterface {
  name = 'PlacesByTheirWords1700000022000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [COLUMN, WORDS, BEFORE]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE place_word');
    await runner.query('ALTER TABLE place DROP COLUMN words');
  }
}

// Read in full by each search, so that nothing waits in a list beside the index.
const COLUMN = `
  ALTER TABLE place ADD COLUMN words text[] NOT NULL DEFAULT '{}';
  CREATE INDEX place_words ON place USING gin (words) WITH (fastupdate = off);`;

// A word's own spelling is one of its rows.
const WORDS = `
  CREATE TABLE place_word (spelling text NOT NULL, word text NOT NULL, PRIMARY KEY (spelling, word));
  CREATE INDEX place_word_trigram ON place_word USING gin (word gin_trgm_ops) WITH (fastupdate = off) WHERE spelling = word;
  GRANT SELECT, INSERT ON place_word TO nightjar_app;`;

// For places that were there before: each word, and each with a letter left out. From now on the product writes them itself, by their sound too.
const BEFORE = `
  UPDATE place SET words = ARRAY(SELECT DISTINCT found[1] FROM regexp_matches(lower(translate(name, '''’', '')), '[[:alnum:]]{2,}', 'g') AS found);
  WITH words AS (SELECT DISTINCT unnest(words) AS word FROM place)
  INSERT INTO place_word (spelling, word)
    SELECT word, word FROM words
    UNION SELECT overlay(word PLACING '' FROM n FOR 1), word FROM words, generate_series(1, least(length(word), 16)) n WHERE length(word) >= 3;`;
