// Whether somebody is a woman or a man, recorded where they agree: for visits that are for women only or men only.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhoAVisitIsFor1700000023300 implements MigrationInterface {
  name = 'WhoAVisitIsFor1700000023300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE staff ADD COLUMN gender text CHECK (gender IN ('woman', 'man'))");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE staff DROP COLUMN gender');
  }
}
