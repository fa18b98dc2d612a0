// What other organisations know: whom there is to ask, every question and its answer, and the questions still to be carried over the wire.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Checks1700000011000 implements MigrationInterface {
  name = 'Checks1700000011000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [SOURCE, CHECK, WORK, ASKED_BY_ITSELF, NOT_TAKEN]) await runner.query(step);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON check_source, source_check, check_work TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE incident DROP COLUMN not_taken');
    await runner.query('ALTER TABLE reassessment ADD CONSTRAINT reassessment_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES staff NOT VALID');
    await runner.query('DROP TABLE check_work, source_check, check_source');
  }
}

// A source that is no longer in the settings keeps its name for what it once said.
const SOURCE = `
  CREATE TABLE check_source (
    code text PRIMARY KEY, name text NOT NULL, way text NOT NULL CHECK (way IN ('phone', 'system')), phone text, automatic boolean NOT NULL, answer_seconds integer NOT NULL CHECK (answer_seconds > 0),
    position integer NOT NULL, in_use boolean NOT NULL);`;

const CHECK = `
  CREATE TABLE source_check (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, person_id uuid REFERENCES subject, location_id uuid REFERENCES location, source text NOT NULL, way text NOT NULL,
    state text NOT NULL CHECK (state IN ('asked', 'answered', 'unanswered', 'struck-out')), asked_at timestamptz NOT NULL, asked_by_id uuid NOT NULL, answer_by timestamptz, ended_at timestamptz, ended_by_id uuid,
    result text, answerer_id uuid, words_id uuid, failure text,
    CHECK ((person_id IS NULL) <> (location_id IS NULL)), CHECK ((state = 'asked') = (ended_at IS NULL)), CHECK (state <> 'answered' OR result IS NOT NULL));
  CREATE INDEX source_check_incident ON source_check (incident_id);`;

// Times of trying are the wall's; until when an answer is awaited is the domain's.
const WORK = `
  CREATE TABLE check_work (
    check_id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, source text NOT NULL, answer_by timestamptz NOT NULL, next_try_at timestamptz NOT NULL, tries integer NOT NULL DEFAULT 0, last_failure text);
  CREATE INDEX check_work_next ON check_work (source, next_try_at);
  CREATE INDEX check_work_overdue ON check_work (answer_by);`;

// What a check found asks for a fresh assessment by itself, and the product is nobody's staff.
const ASKED_BY_ITSELF = 'ALTER TABLE reassessment DROP CONSTRAINT reassessment_asked_by_id_fkey';

// Who at the door keeps what was not taken: ids, codes and instants.
const NOT_TAKEN = 'ALTER TABLE incident ADD COLUMN not_taken jsonb';
