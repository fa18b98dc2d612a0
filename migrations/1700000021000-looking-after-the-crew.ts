// An SOS: stands until a named person's word has ended it, and one at a time of each person.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LookingAfterTheCrew1700000021000 implements MigrationInterface {
  name = 'LookingAfterTheCrew1700000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SOS);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON sos TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sos');
  }
}

// Where they were when it was pressed is kept with it: positions themselves are deleted on schedule.
const SOS = `
  CREATE TABLE sos (
    id uuid PRIMARY KEY, staff_id uuid NOT NULL REFERENCES staff, duty_id uuid NOT NULL REFERENCES duty, team_id uuid REFERENCES team, incident_id uuid REFERENCES incident,
    pressed_at timestamptz NOT NULL, heard_at timestamptz NOT NULL, lat double precision, lon double precision, accuracy_m double precision, fix_at timestamptz,
    stage text NOT NULL CHECK (stage IN ('coordinator', 'supervisor', 'on-call')), came_at timestamptz, because text, climb_at timestamptz, had_by_id uuid REFERENCES staff, had_at timestamptz,
    ending text, spoken_with_id uuid, said_id uuid, ended_at timestamptz, ended_by_id uuid REFERENCES staff,
    CHECK ((had_at IS NULL) = (had_by_id IS NULL)), CHECK (climb_at IS NULL OR (had_at IS NULL AND ended_at IS NULL)),
    CHECK ((lat IS NULL) = (lon IS NULL) AND (lat IS NULL) = (fix_at IS NULL)),
    CHECK ((ended_at IS NULL) = (ending IS NULL)), CHECK (ended_at IS NULL OR (ended_by_id IS NOT NULL AND ended_by_id <> staff_id AND spoken_with_id IS NOT NULL AND said_id IS NOT NULL)));
  CREATE UNIQUE INDEX sos_one_standing ON sos (staff_id) WHERE ended_at IS NULL;
  CREATE INDEX sos_to_climb ON sos (climb_at, id) WHERE climb_at IS NOT NULL;`;
