// The link by which somebody's own calendar asks when they work: the times alone. Kept as a digest.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ACalendarOfOnesOwn1700000024500 implements MigrationInterface {
  name = 'ACalendarOfOnesOwn1700000024500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINKS);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON calendar_link TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_link');
  }
}

const LINKS = `
  CREATE TABLE calendar_link (
    id uuid PRIMARY KEY, staff_id uuid NOT NULL REFERENCES staff, digest text NOT NULL UNIQUE, made_at timestamptz NOT NULL, revoked_at timestamptz);
  CREATE UNIQUE INDEX calendar_link_one_each ON calendar_link (staff_id) WHERE revoked_at IS NULL;`;
