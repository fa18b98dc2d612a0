// Alarms are rows, kept beside what they are about: a restart loses none, and each fires once.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Alarms1700000003000 implements MigrationInterface {
  name = 'Alarms1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ALARM);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON alarm TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alarm');
  }
}

// What is asked twice a second is what is due and has not fired: an index of that alone does not grow with the past.
const ALARM = `
  CREATE TABLE alarm (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, cause text NOT NULL, about_id uuid NOT NULL, due_at timestamptz NOT NULL, fired_at timestamptz, ended_at timestamptz,
    UNIQUE (incident_id, cause, about_id, due_at), CHECK (fired_at >= due_at), CHECK (ended_at IS NULL OR fired_at IS NOT NULL));
  CREATE INDEX alarm_to_fire ON alarm (due_at, id) WHERE fired_at IS NULL;`;
