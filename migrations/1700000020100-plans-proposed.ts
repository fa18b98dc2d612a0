// Plans of booked visits, as they were proposed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlansProposed1700000020100 implements MigrationInterface {
  name = 'PlansProposed1700000020100';

  // Ids, codes and moments only: whose door it is stands where it always stood.
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_proposal (
        id uuid PRIMARY KEY, at timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff, until_at timestamptz NOT NULL, body jsonb NOT NULL, CHECK (at < until_at));
      CREATE INDEX plan_proposal_at ON plan_proposal (at);`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON plan_proposal TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plan_proposal');
  }
}
