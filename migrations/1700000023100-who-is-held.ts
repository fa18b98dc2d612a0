// Who is held for a task and not told of it: one task at a time, whoever holds them at the same moment.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhoIsHeld1700000023100 implements MigrationInterface {
  name = 'WhoIsHeld1700000023100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RESERVATION);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON reservation TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reservation');
  }
}

const RESERVATION = `
  CREATE TABLE reservation (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, task_id uuid NOT NULL REFERENCES task, leg_id uuid NOT NULL REFERENCES leg, staff_id uuid NOT NULL REFERENCES staff, duty_id uuid NOT NULL REFERENCES duty,
    held_by_id uuid NOT NULL REFERENCES staff, held_at timestamptz NOT NULL, until_at timestamptz NOT NULL, ended_as text, ended_at timestamptz, CHECK (held_at < until_at), CHECK ((ended_as IS NULL) = (ended_at IS NULL)));
  CREATE INDEX reservation_incident ON reservation (incident_id);
  CREATE INDEX reservation_standing ON reservation (until_at) WHERE ended_at IS NULL;
  CREATE UNIQUE INDEX reservation_one_at_a_time ON reservation (staff_id) WHERE ended_at IS NULL;`;
