// A crew at a door: when they expect to leave, and when they check in next.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ACrewAtADoor1700000021500 implements MigrationInterface {
  name = 'ACrewAtADoor1700000021500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STAY);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON stay TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stay');
  }
}

const STAY = `
  CREATE TABLE stay (
    id uuid PRIMARY KEY REFERENCES assignment, incident_id uuid NOT NULL REFERENCES incident, leave_by timestamptz NOT NULL, every_minutes integer NOT NULL CHECK (every_minutes > 0), check_in_by timestamptz NOT NULL,
    partner_after_minutes integer NOT NULL, control_after_minutes integer NOT NULL, checked_in_at timestamptz, checked_in_by_id uuid REFERENCES staff,
    CHECK ((checked_in_at IS NULL) = (checked_in_by_id IS NULL)));
  CREATE INDEX stay_incident ON stay (incident_id);`;
