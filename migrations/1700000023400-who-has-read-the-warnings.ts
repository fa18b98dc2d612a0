// Which staff-safety warnings each of those sent has read: as the log has said it since it was first asked.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhoHasReadTheWarnings1700000023400 implements MigrationInterface {
  name = 'WhoHasReadTheWarnings1700000023400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [WARNING_READ, FROM_THE_LOG]) await runner.query(statement);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON warning_read TO nightjar_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE warning_read');
  }
}

const WARNING_READ = `
  CREATE TABLE warning_read (id uuid PRIMARY KEY REFERENCES assignment, incident_id uuid NOT NULL REFERENCES incident, warning_ids uuid[] NOT NULL, read_at timestamptz NOT NULL);
  CREATE INDEX warning_read_incident ON warning_read (incident_id);`;

const FROM_THE_LOG = `
  INSERT INTO warning_read (id, incident_id, warning_ids, read_at)
  SELECT (e.payload ->> 'assignmentId')::uuid, e.incident_id, array_agg(DISTINCT w.id::uuid), max(e.occurred_at) FROM event e, jsonb_array_elements_text(e.payload -> 'warningIds') AS w (id)
  WHERE e.name = 'crew.warningsRead' GROUP BY 1, 2`;
