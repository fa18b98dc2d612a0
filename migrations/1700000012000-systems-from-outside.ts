// Other systems that send calls: who they are, their keys (only digests), and which incident each of their references became.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SystemsFromOutside1700000012000 implements MigrationInterface {
  name = 'SystemsFromOutside1700000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SYSTEM);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON outside_system, system_key, outside_call TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outside_call, system_key, outside_system');
  }
}

// A system is among the staff, without an account and never on duty, so that whatever names who did something can name it.
const SYSTEM = `
  CREATE TABLE outside_system (id uuid PRIMARY KEY REFERENCES staff, name text NOT NULL CONSTRAINT outside_system_name_key UNIQUE, door text NOT NULL, added_at timestamptz NOT NULL);
  CREATE TABLE system_key (
    id uuid PRIMARY KEY, system_id uuid NOT NULL REFERENCES outside_system, digest text NOT NULL, made_at timestamptz NOT NULL, last_used_at timestamptz, revoked_at timestamptz,
    window_from timestamptz, window_count integer NOT NULL DEFAULT 0);
  CREATE INDEX system_key_system ON system_key (system_id);
  CREATE TABLE outside_call (
    system_id uuid NOT NULL REFERENCES outside_system, reference text NOT NULL, digest text NOT NULL, incident_id uuid NOT NULL REFERENCES incident DEFERRABLE INITIALLY DEFERRED,
    received_at timestamptz NOT NULL, PRIMARY KEY (system_id, reference));
  CREATE INDEX outside_call_incident ON outside_call (incident_id);`;
