// Two lists that would otherwise read the whole past: handovers lately ended, and who was at work in a stretch of time.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatALongPastWouldSlow1700000004000 implements MigrationInterface {
  name = 'WhatALongPastWouldSlow1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX handover_ended ON handover (ended_at)');
    await runner.query('CREATE INDEX duty_ended ON duty (ended_at, started_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX duty_ended');
    await runner.query('DROP INDEX handover_ended');
  }
}
