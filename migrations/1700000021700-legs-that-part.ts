// The people of a joint visit who are too far from one another while they are there.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LegsThatPart1700000021700 implements MigrationInterface {
  name = 'LegsThatPart1700000021700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PARTING);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON parting TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE parting');
  }
}

const PARTING = `
  CREATE TABLE parting (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, task_id uuid NOT NULL REFERENCES task, assignment_ids uuid[] NOT NULL, since timestamptz NOT NULL, told_at timestamptz NOT NULL, ended_at timestamptz);
  CREATE INDEX parting_incident ON parting (incident_id);`;
