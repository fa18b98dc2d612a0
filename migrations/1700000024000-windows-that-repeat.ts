// When it suits a family: once or every day; and the legs together, or one after the other.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WindowsThatRepeat1700000024000 implements MigrationInterface {
  name = 'WindowsThatRepeat1700000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM family_window WHERE from_at IS NULL AND until_at IS NULL');
    await runner.query('ALTER TABLE family_window DROP COLUMN is_daily, DROP COLUMN first_leg_id, DROP COLUMN least_minutes, DROP COLUMN most_minutes, DROP CONSTRAINT family_window_says_something, ADD CONSTRAINT family_window_check CHECK (from_at IS NOT NULL OR until_at IS NOT NULL)');
  }
}

const COLUMNS = `
  ALTER TABLE family_window
    ADD COLUMN is_daily boolean NOT NULL DEFAULT false, ADD COLUMN first_leg_id uuid REFERENCES leg, ADD COLUMN least_minutes int, ADD COLUMN most_minutes int,
    DROP CONSTRAINT family_window_check,
    ADD CONSTRAINT family_window_says_something CHECK (from_at IS NOT NULL OR until_at IS NOT NULL OR first_leg_id IS NOT NULL),
    ADD CONSTRAINT family_window_order CHECK (num_nulls(first_leg_id, least_minutes, most_minutes) IN (0, 3) AND least_minutes BETWEEN 0 AND most_minutes);`;
