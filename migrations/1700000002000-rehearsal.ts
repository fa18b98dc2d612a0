// A rehearsal's seed and hours, whose seats are simulated, and which screens are open.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rehearsal1700000002000 implements MigrationInterface {
  name = 'Rehearsal1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deployment
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(), ADD COLUMN seed integer, ADD COLUMN started_at timestamptz, ADD COLUMN ends_at timestamptz, ADD COLUMN over_at timestamptz,
        ADD CHECK (speed >= 0), ADD CHECK (kind = 'rehearsal' OR (seed IS NULL AND ends_at IS NULL AND over_at IS NULL AND speed = 1))`);
    await runner.query("UPDATE deployment SET started_at = anchor_domain_at WHERE kind = 'rehearsal'");
    await runner.query('ALTER TABLE session ADD COLUMN simulated boolean NOT NULL DEFAULT false, ADD COLUMN screen_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN screen_at, DROP COLUMN simulated');
    await runner.query('ALTER TABLE deployment DROP COLUMN over_at, DROP COLUMN ends_at, DROP COLUMN started_at, DROP COLUMN seed, DROP COLUMN id');
  }
}
