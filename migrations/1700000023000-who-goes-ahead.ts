// Who went ahead alone while another leg is owed, and where those sent meet before the door.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['solo_first', 'meeting_point'] as const;

export class WhoGoesAhead1700000023000 implements MigrationInterface {
  name = 'WhoGoesAhead1700000023000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SOLO_FIRST, MEETING_POINT]) await runner.query(statement);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${TABLES.join(', ')} TO nightjar_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}

const SOLO_FIRST = `
  CREATE TABLE solo_first (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, task_id uuid NOT NULL REFERENCES task, since timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff, reason_id uuid NOT NULL, ended_at timestamptz);
  CREATE INDEX solo_first_incident ON solo_first (incident_id);
  CREATE UNIQUE INDEX solo_first_one_in_force ON solo_first (task_id) WHERE ended_at IS NULL;`;

const MEETING_POINT = `
  CREATE TABLE meeting_point (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, task_id uuid NOT NULL REFERENCES task, where_id uuid NOT NULL, meet_at timestamptz, set_at timestamptz NOT NULL, set_by_id uuid NOT NULL REFERENCES staff,
    ended_at timestamptz);
  CREATE INDEX meeting_point_incident ON meeting_point (incident_id);
  CREATE UNIQUE INDEX meeting_point_one_in_force ON meeting_point (task_id) WHERE ended_at IS NULL;`;
