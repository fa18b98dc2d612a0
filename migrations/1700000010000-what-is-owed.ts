// What is owed to a caller, a crew and a closed log: promises, advice, who leads, instructions, fresh looks, news, and logs drawn by lot.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['caller_promise', 'advice', 'lead', 'instruction', 'reassessment', 'closed_news', 'closed_review'] as const;

export class WhatIsOwed1700000010000 implements MigrationInterface {
  name = 'WhatIsOwed1700000010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TO_CALLERS, WHO_LEADS, TO_CREWS, OF_CLOSED]) await runner.query(statement);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${TABLES.join(', ')} TO nightjar_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}

const TO_CALLERS = `
  CREATE TABLE caller_promise (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, kind text NOT NULL, said_id uuid NOT NULL, made_at timestamptz NOT NULL, made_by_id uuid NOT NULL REFERENCES staff,
    due_at timestamptz, doubted_at timestamptz, state text NOT NULL CHECK (state IN ('standing', 'kept', 'replaced', 'over')), ended_at timestamptz, ended_by_id uuid REFERENCES staff,
    CHECK ((state = 'standing') = (ended_at IS NULL)), CHECK (kind = 'nobody-comes' OR due_at IS NOT NULL));
  CREATE INDEX caller_promise_incident ON caller_promise (incident_id);
  CREATE TABLE advice (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, kind text NOT NULL, service_id uuid, said_id uuid NOT NULL, at timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff,
    CHECK (kind <> 'referral' OR service_id IS NOT NULL));
  CREATE INDEX advice_incident ON advice (incident_id);`;

// Ours until it is taken, by name and at a time; one lead in force.
const WHO_LEADS = `
  CREATE TABLE lead (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, leader text NOT NULL, ground text NOT NULL, at timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff,
    taker_id uuid, taken_at timestamptz, reference_id uuid, dispute_with_id uuid, disputed_at timestamptz, dispute_due_at timestamptz, answerer_id uuid, answered_at timestamptz, outcome text, ended_at timestamptz,
    CHECK ((taker_id IS NULL) = (taken_at IS NULL)), CHECK ((disputed_at IS NULL) = (dispute_with_id IS NULL)), CHECK ((answered_at IS NULL) = (answerer_id IS NULL)));
  CREATE INDEX lead_incident ON lead (incident_id);
  CREATE UNIQUE INDEX lead_one_in_force ON lead (incident_id) WHERE ended_at IS NULL;`;

const TO_CREWS = `
  CREATE TABLE instruction (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, assignment_id uuid NOT NULL REFERENCES assignment, staff_id uuid NOT NULL REFERENCES staff, crew_order text NOT NULL,
    at timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff, read_at timestamptz, ended_at timestamptz);
  CREATE INDEX instruction_incident ON instruction (incident_id);
  CREATE TABLE reassessment (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, cause text NOT NULL, note_id uuid, asked_at timestamptz NOT NULL, asked_by_id uuid NOT NULL REFERENCES staff, due_at timestamptz NOT NULL, ended_at timestamptz);
  CREATE INDEX reassessment_incident ON reassessment (incident_id);`;

// Never without an owner. What is asked for at every start and every booking-off is what nobody has decided: indexes of that alone do not grow with the past.
const OF_CLOSED = `
  CREATE TABLE closed_news (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, kind text NOT NULL, arrived_at timestamptz NOT NULL, due_at timestamptz NOT NULL, owner_id uuid NOT NULL REFERENCES staff,
    decision text, reason_id uuid, linked_to_id uuid REFERENCES incident, decided_at timestamptz, decided_by_id uuid REFERENCES staff,
    CHECK ((decision IS NULL) = (decided_by_id IS NULL)), CHECK ((decision = 'linked') = (linked_to_id IS NOT NULL)), CHECK (decision IS NULL OR reason_id IS NOT NULL));
  CREATE INDEX closed_news_incident ON closed_news (incident_id);
  CREATE UNIQUE INDEX closed_news_one_open ON closed_news (incident_id) WHERE decision IS NULL;
  CREATE INDEX closed_news_open_owner ON closed_news (owner_id) WHERE decision IS NULL;
  CREATE TABLE closed_review (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, finding text NOT NULL, note_id uuid NOT NULL, at timestamptz NOT NULL, by_id uuid NOT NULL REFERENCES staff);
  CREATE INDEX closed_review_incident ON closed_review (incident_id);`;
