// Visits booked ahead, and when it suits a family: one person is at one place at a time, whoever books at the same moment.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['booked_visit', 'family_window'] as const;

export class BookedVisits1700000020000 implements MigrationInterface {
  name = 'BookedVisits1700000020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [VISITS, WINDOWS]) await runner.query(statement);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${TABLES.join(', ')} TO nightjar_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}

// Deferrable, so that two visits may change their people in one transaction.
const VISITS = `
  CREATE TABLE booked_visit (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, booking_id uuid NOT NULL, task_id uuid NOT NULL REFERENCES task, leg_id uuid NOT NULL REFERENCES leg, staff_id uuid NOT NULL REFERENCES staff,
    from_at timestamptz NOT NULL, until_at timestamptz NOT NULL, is_fixed boolean NOT NULL, proposal_id uuid,
    state text NOT NULL CHECK (state IN ('booked', 'started', 'done', 'moved', 'cancelled')), booked_at timestamptz NOT NULL, booked_by_id uuid NOT NULL REFERENCES staff, ended_at timestamptz,
    CHECK (from_at < until_at), CHECK ((state IN ('booked', 'started')) = (ended_at IS NULL)),
    CONSTRAINT booked_visit_one_place_at_a_time EXCLUDE USING gist (staff_id WITH =, tstzrange(from_at, until_at) WITH &&) WHERE (state IN ('booked', 'started')) DEFERRABLE);
  CREATE INDEX booked_visit_incident ON booked_visit (incident_id);
  CREATE INDEX booked_visit_standing ON booked_visit (from_at) WHERE state IN ('booked', 'started');
  CREATE UNIQUE INDEX booked_visit_one_for_a_leg ON booked_visit (leg_id) WHERE state IN ('booked', 'started');`;

const WINDOWS = `
  CREATE TABLE family_window (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, task_id uuid NOT NULL REFERENCES task, from_at timestamptz, until_at timestamptz, said_id uuid NOT NULL,
    said_at timestamptz NOT NULL, said_by_id uuid NOT NULL REFERENCES staff, ended_at timestamptz, CHECK (from_at IS NOT NULL OR until_at IS NOT NULL), CHECK (from_at < until_at));
  CREATE INDEX family_window_incident ON family_window (incident_id);
  CREATE UNIQUE INDEX family_window_one_in_force ON family_window (task_id) WHERE ended_at IS NULL;`;
