// The extensions that the schema rests on, all trusted ones that the owner of a database may create, and a readable list of migrations.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExtensionsAndRoles1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query('CREATE EXTENSION IF NOT EXISTS pgcrypto');
    // A server asks whether its schema is up to date with the rights of the application.
    await runner.query('GRANT SELECT ON migrations TO PUBLIC');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT ON migrations FROM PUBLIC');
    await runner.query('DROP EXTENSION pgcrypto');
    await runner.query('DROP EXTENSION btree_gist');
    await runner.query('DROP EXTENSION pg_trgm');
  }
}
