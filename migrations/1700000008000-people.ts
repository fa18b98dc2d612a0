// People: what is known of them in versions, the keys they are found by, their kin, who is said to be whom, and who is missing.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1700000008000 implements MigrationInterface {
  name = 'People1700000008000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [FACTS, NAMES, KIN, MISSING, RIGHTS]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION alike_people');
    for (const table of ['return_interview_step', 'risk_fact', 'missing_person', 'person_match', 'kin', 'person_name']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE subject DROP COLUMN facts_id');
    await runner.query('DROP TABLE person_facts');
    await runner.query('DROP INDEX subject_born');
  }
}

// A version is never changed: the next one stands beside it.
const FACTS = `
  CREATE TABLE person_facts (
    id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES subject, body jsonb NOT NULL, by_id uuid NOT NULL REFERENCES staff, organisation_id uuid NOT NULL REFERENCES organisation, at timestamptz NOT NULL);
  CREATE INDEX person_facts_person ON person_facts (person_id, at);
  ALTER TABLE subject ADD COLUMN facts_id uuid;
  CREATE INDEX subject_born ON subject (born_on) WHERE born_on IS NOT NULL;`;

// A name as it is searched for: folded, and once more with short forms written out. Whoever was there before is found by the plain form.
// The threshold belongs to the function, so that it holds for this search and for no other on the same connection.
const NAMES = `
  CREATE TABLE person_name (person_id uuid NOT NULL REFERENCES subject, key text NOT NULL, PRIMARY KEY (person_id, key));
  INSERT INTO person_name (person_id, key)
    SELECT id, trim(lower(regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))) FROM subject WHERE kind = 'person' AND name ~ '[[:alnum:]]';
  CREATE INDEX person_name_trigram ON person_name USING gin (key gin_trgm_ops);
  CREATE FUNCTION alike_people(keys text[]) RETURNS TABLE (person_id uuid, likeness real) LANGUAGE sql STABLE ROWS 100 SET pg_trgm.similarity_threshold = 0.5 AS $$
    SELECT n.person_id, max(similarity(n.key, k.key)) FROM unnest(keys) AS k (key) JOIN person_name n ON n.key % k.key GROUP BY n.person_id ORDER BY 2 DESC, 1 LIMIT 400 $$;`;

const KIN = `
  CREATE TABLE kin (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, person_id uuid NOT NULL REFERENCES subject, to_id uuid NOT NULL REFERENCES subject, kind text NOT NULL, ended_at timestamptz, CHECK (person_id <> to_id));
  CREATE INDEX kin_incident ON kin (incident_id);
  CREATE TABLE person_match (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, person_id uuid NOT NULL REFERENCES subject, other_id uuid NOT NULL REFERENCES subject, reason_id uuid NOT NULL,
    at timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff, ended_at timestamptz, ended_by_id uuid REFERENCES staff, CHECK (person_id <> other_id), CHECK ((ended_at IS NULL) = (ended_by_id IS NULL)));
  CREATE INDEX person_match_incident ON person_match (incident_id);
  CREATE INDEX person_match_person ON person_match (person_id) WHERE ended_at IS NULL;
  CREATE INDEX person_match_other ON person_match (other_id) WHERE ended_at IS NULL;`;

const MISSING = `
  CREATE TABLE missing_person (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, person_id uuid NOT NULL REFERENCES subject, reported_at timestamptz NOT NULL, risk text NOT NULL CHECK (risk IN ('no-apparent', 'low', 'medium', 'high')),
    assessed_at timestamptz NOT NULL, assessed_by_id uuid NOT NULL REFERENCES staff, located_at timestamptz, located_note_id uuid, seen_at timestamptz, seen_well boolean, seen_note_id uuid,
    interview_due_at timestamptz, interview_warn_at timestamptz, interview text CHECK (interview IN ('held', 'refused', 'passed-on')), prevention_at timestamptz, prevention_by_id uuid,
    ended_as text CHECK (ended_as IN ('handed-on', 'not-missing')), ended_at timestamptz, taker_id uuid,
    CHECK ((seen_at IS NULL) = (seen_well IS NULL)), CHECK (seen_at IS NULL OR located_at IS NOT NULL), CHECK ((ended_as IS NULL) = (ended_at IS NULL)), CHECK (ended_as <> 'handed-on' OR taker_id IS NOT NULL));
  CREATE INDEX missing_person_incident ON missing_person (incident_id);
  CREATE UNIQUE INDEX missing_person_one_at_a_time ON missing_person (incident_id, person_id) WHERE ended_at IS NULL AND NOT coalesce(seen_well, false);
  CREATE TABLE risk_fact (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, missing_id uuid NOT NULL REFERENCES missing_person, fact_id uuid NOT NULL, source_id uuid NOT NULL, given_at timestamptz NOT NULL,
    at timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff);
  CREATE INDEX risk_fact_incident ON risk_fact (incident_id);
  CREATE TABLE return_interview_step (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, missing_id uuid NOT NULL REFERENCES missing_person, step text NOT NULL, who_id uuid NOT NULL, note_id uuid, carers_view_id uuid,
    at timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff, CHECK (step <> 'refused' OR carers_view_id IS NOT NULL));
  CREATE INDEX return_interview_step_incident ON return_interview_step (incident_id);`;

const RIGHTS = `
  GRANT SELECT, INSERT ON person_facts TO nightjar_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON person_name TO nightjar_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON kin, person_match, missing_person, risk_fact, return_interview_step TO nightjar_app;`;
