// Policies are drafted, tried and published; what is published never changes, and a grade says which one it rests on.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PoliciesArePublished1700000005000 implements MigrationInterface {
  name = 'PoliciesArePublished1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE policy ADD COLUMN published_by_id uuid REFERENCES staff, ADD COLUMN published_at timestamptz');
    await runner.query('CREATE TRIGGER policy_frozen BEFORE UPDATE OR DELETE ON policy FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()');
    await runner.query('REVOKE UPDATE, DELETE ON policy FROM nightjar_app');
    await runner.query(DRAFT);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON policy_draft TO nightjar_app');
    // Null in what was graded before: then it is the proposal's, as the reading says.
    await runner.query('ALTER TABLE incident ADD COLUMN grade_policy_id uuid REFERENCES policy');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE incident DROP COLUMN grade_policy_id');
    await runner.query('DROP TABLE policy_draft');
    await runner.query('GRANT UPDATE, DELETE ON policy TO nightjar_app');
    await runner.query('DROP TRIGGER policy_frozen ON policy');
    await runner.query('ALTER TABLE policy DROP COLUMN published_at, DROP COLUMN published_by_id');
  }
}

const DRAFT = `
  CREATE TABLE policy_draft (
    id uuid PRIMARY KEY, version integer NOT NULL, body jsonb NOT NULL, started_by_id uuid NOT NULL REFERENCES staff, started_at timestamptz NOT NULL,
    changed_by_id uuid NOT NULL REFERENCES staff, changed_at timestamptz NOT NULL)`;
