// Who has an alarm, until when it waits and whom it goes to; the people on call of a night; when a warning was last reviewed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhoHasAnAlarm1700000006000 implements MigrationInterface {
  name = 'WhoHasAnAlarm1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ALARM);
    await runner.query(NIGHT);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON duty_night, on_call TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE on_call, duty_night');
    await runner.query('DROP INDEX alarm_to_climb');
    await runner.query(`ALTER TABLE alarm DROP COLUMN stage, DROP COLUMN came_at, DROP COLUMN because, DROP COLUMN climb_at, DROP COLUMN acknowledged_by_id, DROP COLUMN acknowledged_at,
      DROP COLUMN put_off_until, DROP COLUMN put_off_by_id, DROP COLUMN put_off_reason_id`);
  }
}

// Climbing is looked for twice a second, as firing is: an index of what is still to climb does not grow with the past.
const ALARM = `
  ALTER TABLE alarm
    ADD COLUMN stage text NOT NULL DEFAULT 'coordinator' CHECK (stage IN ('coordinator', 'supervisor', 'on-call')), ADD COLUMN came_at timestamptz, ADD COLUMN because text, ADD COLUMN climb_at timestamptz,
    ADD COLUMN acknowledged_by_id uuid REFERENCES staff, ADD COLUMN acknowledged_at timestamptz, ADD COLUMN put_off_until timestamptz, ADD COLUMN put_off_by_id uuid REFERENCES staff, ADD COLUMN put_off_reason_id uuid,
    ADD CHECK ((acknowledged_at IS NULL) = (acknowledged_by_id IS NULL)), ADD CHECK ((put_off_until IS NULL) = (put_off_by_id IS NULL)),
    ADD CHECK (acknowledged_at IS NULL OR (climb_at IS NULL AND put_off_until IS NULL)),
    ADD CHECK (fired_at IS NOT NULL AND ended_at IS NULL OR (climb_at IS NULL AND acknowledged_at IS NULL AND put_off_until IS NULL));
  CREATE INDEX alarm_to_climb ON alarm (climb_at, id) WHERE climb_at IS NOT NULL;`;

// One row a night, which everybody who names somebody for it holds, and whoever tells that somebody is missing.
const NIGHT = `
  CREATE TABLE duty_night (id uuid PRIMARY KEY, night text NOT NULL UNIQUE, looked_at timestamptz, gap_at timestamptz, gap_ended_at timestamptz, CHECK (gap_ended_at IS NULL OR gap_at IS NOT NULL));
  CREATE TABLE on_call (
    id uuid PRIMARY KEY, night_id uuid NOT NULL REFERENCES duty_night, post text NOT NULL, name_id uuid NOT NULL, phone_id uuid NOT NULL, named_by_id uuid NOT NULL REFERENCES staff, named_at timestamptz NOT NULL,
    UNIQUE (night_id, post));`;
