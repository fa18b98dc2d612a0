// Whose something is once somebody has gone, and the sources of checks whose systems have stopped answering.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatNobodyAnswers1700000016000 implements MigrationInterface {
  name = 'WhatNobodyAnswers1700000016000';

  async up(runner: QueryRunner): Promise<void> {
    // A follow-up goes with its incident.
    await runner.query('UPDATE follow_up f SET owner_id = i.owner_id FROM incident i WHERE i.id = f.incident_id AND f.decision IS NULL AND f.owner_id <> i.owner_id');
    // Few are acknowledged and not over. What fired in a stretch of nights is counted by the debrief.
    await runner.query('CREATE INDEX alarm_acknowledged ON alarm (acknowledged_by_id, incident_id) WHERE acknowledged_by_id IS NOT NULL');
    await runner.query('CREATE INDEX alarm_fired ON alarm (fired_at) WHERE fired_at IS NOT NULL');
    await runner.query(SILENCE);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON source_silence TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE source_silence');
    await runner.query('DROP INDEX alarm_fired, alarm_acknowledged');
  }
}

// One at a time of each source, so that of several servers one tells it.
const SILENCE = `
  CREATE TABLE source_silence (
    id uuid PRIMARY KEY, source text NOT NULL REFERENCES check_source, since timestamptz NOT NULL, failures integer NOT NULL, told_at timestamptz, ended_at timestamptz,
    CHECK (ended_at IS NULL OR told_at IS NOT NULL));
  CREATE UNIQUE INDEX source_silence_one ON source_silence (source) WHERE ended_at IS NULL;`;
