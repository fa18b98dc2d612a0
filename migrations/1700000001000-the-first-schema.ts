// The nouns, the log and what the database itself forbids (docs/house.md).
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TheFirstSchema1700000001000 implements MigrationInterface {
  name = 'TheFirstSchema1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [IDENTITY, DEPLOYMENT, DUTY, INCIDENT, WORK, HANDOVER, LOG, GEOGRAPHY, POSITIONS, GUARDS, RIGHTS]) await runner.query(step);
  }

  async down(): Promise<void> {
    throw new Error('The first schema is not taken down: restore a backup instead.');
  }
}

const IDENTITY = `
  CREATE TABLE organisation (id uuid PRIMARY KEY, name text NOT NULL UNIQUE, kind text NOT NULL CHECK (kind IN ('police', 'council', 'provider')));
  CREATE TABLE receiving_team (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, name text NOT NULL UNIQUE, kind text NOT NULL CHECK (kind IN ('edt-desk', 'day-team')), starts_at text NOT NULL);
  CREATE TABLE staff (id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, name text NOT NULL, profession text, title text);
  CREATE TABLE account (
    id uuid PRIMARY KEY, staff_id uuid NOT NULL UNIQUE REFERENCES staff, username text NOT NULL UNIQUE, password_hash text, disabled_at timestamptz, last_sign_in_at timestamptz, created_at timestamptz NOT NULL);
  CREATE TABLE role_grant (
    id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES account, role text NOT NULL, receiving_team_id uuid REFERENCES receiving_team, from_at timestamptz NOT NULL, until_at timestamptz,
    CHECK ((role = 'receiving-team') = (receiving_team_id IS NOT NULL)));
  CREATE INDEX role_grant_account ON role_grant (account_id);
  CREATE TABLE session (id text PRIMARY KEY, account_id uuid NOT NULL REFERENCES account, created_at timestamptz NOT NULL, seen_at timestamptz NOT NULL, ends_at timestamptz NOT NULL);
  CREATE INDEX session_account ON session (account_id);
  CREATE TABLE one_time_link (id text PRIMARY KEY, purpose text NOT NULL, account_id uuid REFERENCES account, ends_at timestamptz NOT NULL, used_at timestamptz);
  CREATE TABLE sign_in_failure (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, username_digest text NOT NULL, address_digest text NOT NULL, at timestamptz NOT NULL);
  CREATE INDEX sign_in_failure_username ON sign_in_failure (username_digest, at);
  CREATE INDEX sign_in_failure_address ON sign_in_failure (address_digest, at);`;

const DEPLOYMENT = `
  CREATE TABLE deployment (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row), kind text NOT NULL CHECK (kind IN ('live', 'rehearsal')),
    anchor_domain_at timestamptz, anchor_wall_at timestamptz, speed double precision NOT NULL DEFAULT 1, beat_domain_at timestamptz, beat_wall_at timestamptz,
    CHECK ((kind = 'rehearsal') = (anchor_domain_at IS NOT NULL AND anchor_wall_at IS NOT NULL)));
  CREATE TABLE policy (id uuid PRIMARY KEY, version integer NOT NULL UNIQUE, body jsonb NOT NULL, from_at timestamptz NOT NULL);
  CREATE TABLE night_number (night text PRIMARY KEY, last integer NOT NULL);`;

const DUTY = `
  CREATE TABLE team (
    id uuid PRIMARY KEY, call_sign text NOT NULL, vehicle text, district_codes text[] NOT NULL, night text NOT NULL, formed_at timestamptz NOT NULL, disbanded_at timestamptz);
  CREATE UNIQUE INDEX team_call_sign_on_duty ON team (call_sign) WHERE disbanded_at IS NULL;
  CREATE TABLE duty (
    id uuid PRIMARY KEY, staff_id uuid NOT NULL REFERENCES staff, organisation_id uuid NOT NULL REFERENCES organisation, seat text NOT NULL CHECK (seat IN ('responder', 'control', 'edt')),
    profession text, team_id uuid REFERENCES team, started_at timestamptz NOT NULL, ended_at timestamptz, sharing boolean NOT NULL);
  CREATE UNIQUE INDEX duty_one_at_a_time ON duty (staff_id) WHERE ended_at IS NULL;
  CREATE INDEX duty_team ON duty (team_id) WHERE ended_at IS NULL;`;

const INCIDENT = `
  CREATE TABLE incident (
    id uuid PRIMARY KEY, version integer NOT NULL, night text NOT NULL, number integer NOT NULL, state text NOT NULL CHECK (state IN ('open', 'closed')), door text NOT NULL,
    reported_at timestamptz NOT NULL, raised_at timestamptz NOT NULL, raised_by_id uuid NOT NULL REFERENCES staff, raised_duty_id uuid REFERENCES duty,
    policy_id uuid NOT NULL REFERENCES policy, answers jsonb NOT NULL, proposed_grade integer NOT NULL, proposal_reasons text[] NOT NULL,
    grade integer NOT NULL CHECK (grade BETWEEN 1 AND 4), graded_at timestamptz, first_graded_at timestamptz, strictest integer NOT NULL CHECK (strictest BETWEEN 1 AND 4),
    due_at timestamptz, attended_at timestamptz, joint_at timestamptz, flags text[] NOT NULL, missing_risk text, summary_id uuid NOT NULL, location_id uuid, district_code text,
    owner_id uuid NOT NULL REFERENCES staff, owner_organisation_id uuid NOT NULL REFERENCES organisation,
    restricted boolean NOT NULL, named_staff_ids uuid[] NOT NULL, police_have_it_at timestamptz, police_taker_id uuid, police_reference_id uuid,
    ending text, ended_at timestamptz, duplicate_of_id uuid REFERENCES incident, downgrade_request_id uuid,
    UNIQUE (night, number), CHECK (reported_at <= raised_at), CHECK ((state = 'closed') = (ending IS NOT NULL)));
  CREATE INDEX incident_open ON incident (id) WHERE state = 'open';
  CREATE INDEX incident_closed_night ON incident (night, ended_at) WHERE state = 'closed';
  CREATE INDEX incident_owner_open ON incident (owner_id) WHERE state = 'open';
  CREATE INDEX incident_raised_duty ON incident (raised_duty_id);
  CREATE TABLE call (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, door text NOT NULL, reported_at timestamptz NOT NULL, received_at timestamptz NOT NULL, taken_by_id uuid NOT NULL REFERENCES staff,
    caller_name text, agency text, phone text, reference text);
  CREATE INDEX call_incident ON call (incident_id);
  CREATE TABLE subject (
    id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('person', 'place')), name text, relation text, born_on date, approximate_age integer, organisation_id uuid NOT NULL REFERENCES organisation,
    restricted boolean NOT NULL DEFAULT false, recorded_at timestamptz NOT NULL);
  CREATE TABLE incident_person (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, person_id uuid NOT NULL REFERENCES subject, is_child boolean NOT NULL, UNIQUE (incident_id, person_id));
  CREATE TABLE location (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident DEFERRABLE INITIALLY DEFERRED, label text NOT NULL, lat double precision, lon double precision, district_code text, secret boolean NOT NULL, recorded_at timestamptz NOT NULL);
  CREATE INDEX location_incident ON location (incident_id);
  CREATE TABLE statement (
    id uuid PRIMARY KEY, incident_id uuid, organisation_id uuid NOT NULL, by_id uuid NOT NULL, body text NOT NULL, salt text NOT NULL, internal boolean NOT NULL, at timestamptz NOT NULL);
  CREATE INDEX statement_incident ON statement (incident_id);`;

const WORK = `
  CREATE TABLE task (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, activity text NOT NULL, kind text NOT NULL CHECK (kind IN ('visit', 'phone')),
    state text NOT NULL CHECK (state IN ('open', 'done', 'cancelled', 'handed-over')), detail_id uuid, due_from timestamptz, due_at timestamptz, added_at timestamptz NOT NULL,
    outcome text, outcome_id uuid, outcome_at timestamptz, seen_person_ids uuid[] NOT NULL, not_seen_person_ids uuid[] NOT NULL, CHECK (due_from IS NULL OR due_from < due_at));
  CREATE INDEX task_incident ON task (incident_id);
  CREATE TABLE leg (id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, task_id uuid NOT NULL REFERENCES task, need text NOT NULL, position integer NOT NULL);
  CREATE INDEX leg_incident ON leg (incident_id);
  CREATE TABLE assignment (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, task_id uuid NOT NULL REFERENCES task, leg_id uuid NOT NULL REFERENCES leg, kind text NOT NULL,
    staff_id uuid NOT NULL REFERENCES staff, duty_id uuid NOT NULL REFERENCES duty, team_id uuid REFERENCES team,
    state text NOT NULL CHECK (state IN ('dispatched', 'accepted', 'going', 'there', 'left', 'declined', 'stood-down')), dispatched_at timestamptz NOT NULL, dispatched_by_id uuid NOT NULL REFERENCES staff,
    accepted_at timestamptz, going_at timestamptz, there_at timestamptz, seen_at timestamptz, left_at timestamptz, ended_at timestamptz, decline_reason text);
  CREATE INDEX assignment_incident ON assignment (incident_id);
  CREATE INDEX assignment_duty ON assignment (duty_id);
  CREATE UNIQUE INDEX assignment_one_live_visit ON assignment (staff_id) WHERE kind = 'visit' AND state IN ('dispatched', 'accepted', 'going', 'there');
  CREATE INDEX assignment_live ON assignment (staff_id) WHERE state IN ('dispatched', 'accepted', 'going', 'there');
  CREATE TABLE follow_up (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, task_id uuid NOT NULL REFERENCES task, cause text NOT NULL, opened_at timestamptz NOT NULL, due_at timestamptz NOT NULL,
    owner_id uuid NOT NULL REFERENCES staff, decision text, decided_at timestamptz, decided_by_id uuid REFERENCES staff, CHECK ((decision IS NULL) = (decided_by_id IS NULL)));
  CREATE INDEX follow_up_incident ON follow_up (incident_id);
  CREATE TABLE downgrade_request (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, action jsonb NOT NULL, rationale_id uuid NOT NULL, by_id uuid NOT NULL REFERENCES staff, at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'agreed', 'refused', 'withdrawn')), decided_by_id uuid REFERENCES staff, decided_at timestamptz,
    CHECK (state <> 'agreed' OR (decided_by_id IS NOT NULL AND decided_by_id <> by_id)));
  CREATE INDEX downgrade_request_incident ON downgrade_request (incident_id);
  CREATE UNIQUE INDEX downgrade_request_one_waiting ON downgrade_request (incident_id) WHERE state = 'waiting';
  ALTER TABLE incident ADD FOREIGN KEY (downgrade_request_id) REFERENCES downgrade_request DEFERRABLE INITIALLY DEFERRED;
  CREATE TABLE warning (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, kind text NOT NULL, source_id uuid NOT NULL, approved_by_id uuid NOT NULL REFERENCES staff, at timestamptz NOT NULL, review_at timestamptz NOT NULL);
  CREATE INDEX warning_incident ON warning (incident_id);`;

const HANDOVER = `
  CREATE TABLE handover_pack (id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, body jsonb NOT NULL);
  CREATE TABLE handover (
    id uuid PRIMARY KEY, incident_id uuid NOT NULL REFERENCES incident, receiving_team_id uuid NOT NULL REFERENCES receiving_team,
    state text NOT NULL CHECK (state IN ('sent', 'taken-over', 'rejected', 'withdrawn')), sent_by_id uuid NOT NULL REFERENCES staff, sent_at timestamptz NOT NULL, due_at timestamptz NOT NULL,
    pack_id uuid NOT NULL REFERENCES handover_pack, spoken_with_id uuid, taken_by_id uuid REFERENCES staff, taken_at timestamptz, taken_by text, reason_id uuid, right_team_id uuid REFERENCES receiving_team, ended_at timestamptz,
    CHECK ((state = 'taken-over') = (taken_by_id IS NOT NULL AND taken_at IS NOT NULL)), CHECK (state <> 'rejected' OR reason_id IS NOT NULL));
  CREATE UNIQUE INDEX handover_one_waiting ON handover (incident_id) WHERE state = 'sent';
  CREATE INDEX handover_incident ON handover (incident_id);
  CREATE INDEX handover_team ON handover (receiving_team_id, sent_at);
  CREATE INDEX handover_waiting_sender ON handover (sent_by_id) WHERE state = 'sent';
  CREATE TABLE overnight_note (
    id uuid PRIMARY KEY, receiving_team_id uuid NOT NULL REFERENCES receiving_team, about text NOT NULL, place text, phone text, body text NOT NULL, plan text NOT NULL,
    lodged_by_id uuid NOT NULL REFERENCES staff, lodged_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, ended_at timestamptz, CHECK (expires_at > lodged_at));
  CREATE INDEX overnight_note_standing ON overnight_note (expires_at) WHERE ended_at IS NULL;`;

// No foreign keys on the log: one was seen to deadlock against row locks.
const LOG = `
  CREATE TABLE event (
    seq bigint PRIMARY KEY, occurred_at timestamptz NOT NULL, received_at timestamptz NOT NULL, actor uuid, organisation uuid, command_id uuid, name text NOT NULL, event_version integer NOT NULL,
    entity_type text NOT NULL, entity_id uuid NOT NULL, incident_id uuid, payload jsonb NOT NULL, prev_hash text NOT NULL, hash text NOT NULL);
  CREATE INDEX event_incident ON event (incident_id, seq) WHERE incident_id IS NOT NULL;
  CREATE TABLE access_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, staff_id uuid NOT NULL, organisation_id uuid NOT NULL, action text NOT NULL, entity text NOT NULL, entity_id uuid, purpose text);
  CREATE INDEX access_log_entity ON access_log (entity_id, staff_id, at);
  CREATE TABLE command (id uuid PRIMARY KEY, account_id uuid NOT NULL, route text NOT NULL, body_digest text NOT NULL, status integer NOT NULL, answer jsonb NOT NULL, at timestamptz NOT NULL);
  CREATE INDEX command_at ON command (at);`;

const GEOGRAPHY = `
  CREATE TABLE area (code text PRIMARY KEY, name text NOT NULL, served boolean NOT NULL, geometry jsonb NOT NULL);
  CREATE TABLE place (
    id uuid PRIMARY KEY, name text NOT NULL, district text, district_code text, lat double precision NOT NULL, lon double precision NOT NULL, served boolean NOT NULL,
    source text NOT NULL, source_key text NOT NULL, UNIQUE (source, source_key));
  CREATE INDEX place_name_trigram ON place USING gin (name gin_trgm_ops);`;

// Positions skip the log: the newest is unlogged, history is kept for a short, set time and searched by time only.
const POSITIONS = `
  CREATE UNLOGGED TABLE position_latest (
    duty_id uuid PRIMARY KEY, staff_id uuid NOT NULL, team_id uuid, lat double precision NOT NULL, lon double precision NOT NULL, accuracy_m double precision, at timestamptz NOT NULL, stored_at timestamptz NOT NULL);
  CREATE INDEX position_latest_stored ON position_latest (stored_at);
  CREATE TABLE position_history (duty_id uuid NOT NULL, lat double precision NOT NULL, lon double precision NOT NULL, accuracy_m double precision, at timestamptz NOT NULL);
  CREATE INDEX position_history_at ON position_history USING brin (at);
  CREATE TABLE position_watch (id uuid PRIMARY KEY, staff_id uuid NOT NULL, from_at timestamptz NOT NULL, until_at timestamptz NOT NULL);
  CREATE INDEX position_watch_until ON position_watch (until_at);`;

const GUARDS = `
  CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
  CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
  CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
  CREATE TRIGGER handover_pack_frozen BEFORE UPDATE OR DELETE ON handover_pack FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

  -- The report time never moves; an unattended incident is loosened, and an unattended Grade 1 or 2 ended, only on an agreed request of two people.
  CREATE FUNCTION guard_incident() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE loosened boolean; ended boolean;
  BEGIN
    IF NEW.reported_at <> OLD.reported_at OR NEW.raised_at <> OLD.raised_at THEN
      RAISE EXCEPTION 'the report time of an incident never moves' USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_report_time';
    END IF;
    loosened := OLD.attended_at IS NULL AND NEW.strictest > OLD.strictest;
    ended := OLD.attended_at IS NULL AND OLD.state = 'open' AND NEW.state = 'closed' AND OLD.strictest <= 2;
    IF NEW.attended_at IS NULL AND NEW.grade > NEW.strictest THEN
      RAISE EXCEPTION 'a later target needs a second person' USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_second_person';
    END IF;
    -- What was agreed is used once, for what was agreed: only a handover ends it later, when it is taken over.
    IF (loosened OR ended) AND NOT EXISTS (SELECT FROM downgrade_request r WHERE r.incident_id = NEW.id AND r.state = 'agreed'
      AND ((r.id = NEW.downgrade_request_id AND r.id IS DISTINCT FROM OLD.downgrade_request_id AND r.action->>'kind' = CASE WHEN ended THEN 'end' ELSE 'grade' END)
        OR (ended AND NOT loosened AND r.action->>'kind' = 'hand-over'))) THEN
      RAISE EXCEPTION 'a later target needs a second person' USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_second_person';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER incident_guard BEFORE UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION guard_incident();`;

const RIGHTS = `
  GRANT SELECT, INSERT, UPDATE, DELETE ON organisation, receiving_team, staff, account, role_grant, session, one_time_link, sign_in_failure, deployment, policy, night_number, team, duty,
    incident, call, subject, incident_person, location, task, leg, assignment, follow_up, downgrade_request, warning, handover, overnight_note, command, area, place,
    position_latest, position_history, position_watch TO nightjar_app;
  GRANT SELECT, INSERT ON event, access_log, statement, handover_pack TO nightjar_app;
  GRANT SELECT ON migrations TO nightjar_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO nightjar_app;`;
