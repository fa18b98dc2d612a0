// Names are found by two of their words: an index of the words that a name has, and a small list of words by the ways in which each may be spelt.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NamesByTheirWords1700000013000 implements MigrationInterface {
  name = 'NamesByTheirWords1700000013000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [WORDS, BEFORE, BEARERS, 'DROP FUNCTION alike_people', 'DROP INDEX person_name_trigram']) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX person_name_trigram ON person_name USING gin (key gin_trgm_ops)');
    await runner.query(WHOLE_NAMES);
    await runner.query('DROP INDEX person_name_key, person_name_words');
    await runner.query('DROP TABLE name_word');
  }
}

// No word is there once by a rule of the database: two who write the same one never wait for each other.
const WORDS = `
  CREATE TABLE name_word (spelling text NOT NULL, word text NOT NULL);
  CREATE INDEX name_word_spelling ON name_word (spelling, word);
  GRANT SELECT, INSERT, DELETE ON name_word TO nightjar_app;`;

// For names that were there before: each word, and each with a letter left out. From now on the product writes them itself, by their sound too.
const BEFORE = `
  WITH words AS (SELECT DISTINCT unnest(string_to_array(key, ' ')) AS word FROM person_name)
  INSERT INTO name_word (spelling, word)
    SELECT word, word FROM words
    UNION SELECT overlay(word PLACING '' FROM n FOR 1), word FROM words, generate_series(1, least(length(word), 16)) n WHERE length(word) >= 3;`;

// Read in full by each search, so that nothing waits in a list beside it.
const BEARERS = `
  CREATE INDEX person_name_words ON person_name USING gin (string_to_array(key, ' ')) WITH (fastupdate = off);
  CREATE INDEX person_name_key ON person_name (key, person_id);`;

const WHOLE_NAMES = `
  CREATE FUNCTION alike_people(keys text[]) RETURNS TABLE (person_id uuid, likeness real) LANGUAGE sql STABLE ROWS 100 SET pg_trgm.similarity_threshold = 0.5 AS $$
    SELECT n.person_id, max(similarity(n.key, k.key)) FROM unnest(keys) AS k (key) JOIN person_name n ON n.key % k.key GROUP BY n.person_id ORDER BY 2 DESC, 1 LIMIT 400 $$;`;
