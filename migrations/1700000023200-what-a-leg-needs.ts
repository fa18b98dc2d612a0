// What a leg of a task needs beyond a profession: certificates, by their codes.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatALegNeeds1700000023200 implements MigrationInterface {
  name = 'WhatALegNeeds1700000023200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE leg ADD COLUMN skills text[] NOT NULL DEFAULT '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE leg DROP COLUMN skills');
  }
}
