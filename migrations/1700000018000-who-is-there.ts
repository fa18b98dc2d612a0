// Who is there: certificates with a last day, shifts, breaks, and leave to work against the rest rule.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['certificate', 'shift', 'duty_break', 'rest_leave'] as const;

export class WhoIsThere1700000018000 implements MigrationInterface {
  name = 'WhoIsThere1700000018000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CERTIFICATES, SHIFTS, AT_WORK]) await runner.query(statement);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${TABLES.join(', ')} TO nightjar_app`);
    // What a profession alone allowed until now stays allowed; from now on an administrator says until when.
    await runner.query(`INSERT INTO certificate (id, staff_id, skill, from_on, entered_at)
      SELECT gen_random_uuid(), id, CASE profession WHEN 'amhp' THEN 'amhp' ELSE 'return-interview' END, to_char(now() AT TIME ZONE 'Europe/London', 'YYYY-MM-DD'), now() FROM staff WHERE profession IN ('amhp', 'youth-worker')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE duty DROP COLUMN shift_id, DROP COLUMN forgotten_at, DROP COLUMN begun_at');
    await runner.query(`DROP TABLE ${TABLES.toReversed().join(', ')}`);
  }
}

// Days, not moments. Never deleted: one ends by somebody's name and reason, or on its last day. `entered_by_id` is null where no person entered it.
const CERTIFICATES = `
  CREATE TABLE certificate (
    id uuid PRIMARY KEY, staff_id uuid NOT NULL REFERENCES staff, skill text NOT NULL, from_on text NOT NULL, until_on text, entered_at timestamptz NOT NULL, entered_by_id uuid REFERENCES staff,
    ended_on text, ended_at timestamptz, ended_by_id uuid REFERENCES staff, reason_id uuid,
    CHECK (until_on IS NULL OR until_on >= from_on), CHECK ((ended_on IS NULL) = (ended_by_id IS NULL)), CHECK ((ended_on IS NULL) = (reason_id IS NULL)));
  CREATE INDEX certificate_staff ON certificate (staff_id);`;

// One person's shifts never overlap; a transaction that swaps two asks to be checked at its end.
const SHIFTS = `
  CREATE TABLE shift (
    id uuid PRIMARY KEY, staff_id uuid NOT NULL REFERENCES staff, from_at timestamptz NOT NULL, until_at timestamptz NOT NULL, district_codes text[] NOT NULL, breaks jsonb NOT NULL,
    made_at timestamptz NOT NULL, made_by_id uuid REFERENCES staff, sick_at timestamptz, sick_by_id uuid REFERENCES staff, removed_at timestamptz, removed_by_id uuid REFERENCES staff,
    CHECK (until_at > from_at), CHECK ((sick_at IS NULL) = (sick_by_id IS NULL)), CHECK ((removed_at IS NULL) = (removed_by_id IS NULL)),
    CONSTRAINT shift_one_place EXCLUDE USING gist (staff_id WITH =, tstzrange(from_at, until_at) WITH &&) WHERE (removed_at IS NULL) DEFERRABLE INITIALLY IMMEDIATE);
  CREATE INDEX shift_from ON shift (from_at) WHERE removed_at IS NULL;
  CREATE INDEX shift_staff ON shift (staff_id, from_at) WHERE removed_at IS NULL;`;

// begun_at: when the duty began that this one goes on with, after an end that was no rest.
const AT_WORK = `
  ALTER TABLE duty ADD COLUMN shift_id uuid REFERENCES shift, ADD COLUMN forgotten_at timestamptz, ADD COLUMN begun_at timestamptz;
  CREATE INDEX duty_last_end ON duty (staff_id, ended_at) WHERE ended_at IS NOT NULL;
  CREATE TABLE duty_break (
    id uuid PRIMARY KEY, duty_id uuid NOT NULL REFERENCES duty, from_at timestamptz NOT NULL, until_at timestamptz NOT NULL, begun_by_id uuid NOT NULL REFERENCES staff, ended_at timestamptz, ended_by_id uuid REFERENCES staff, reason_id uuid,
    CHECK (until_at > from_at), CHECK ((ended_at IS NULL) = (ended_by_id IS NULL)));
  CREATE UNIQUE INDEX duty_break_one ON duty_break (duty_id) WHERE ended_at IS NULL;
  CREATE TABLE rest_leave (
    id uuid PRIMARY KEY, staff_id uuid NOT NULL REFERENCES staff, given_at timestamptz NOT NULL, given_by_id uuid NOT NULL REFERENCES staff, until_at timestamptz NOT NULL, reason_id uuid NOT NULL, CHECK (staff_id <> given_by_id));
  CREATE INDEX rest_leave_staff ON rest_leave (staff_id, until_at);`;
