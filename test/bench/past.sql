-- A past of :incidents closed incidents at the founding report's pace (134 a night), with what belongs to each in proportion. Ids are digests, so that no row has to be looked up, and in the order of time, as the product's are.
-- Indexes are built when all is there, in a fraction of the time; foreign keys were tried as each row was first written, and are not tried again.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
CREATE TEMP TABLE put_back AS
  SELECT CASE contype WHEN 'f' THEN 3 WHEN 'x' THEN 2 ELSE 1 END AS turn, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS away,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s%s', conrelid::regclass, conname, pg_get_constraintdef(oid), CASE contype WHEN 'f' THEN ' NOT VALID' ELSE '' END) AS back
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f', 'x')
  UNION ALL
  SELECT 2, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index JOIN pg_class c ON c.oid = indexrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'));
DO $$ DECLARE one record; BEGIN FOR one IN SELECT away FROM put_back ORDER BY turn DESC LOOP EXECUTE one.away; END LOOP; END $$;

CREATE FUNCTION id_of(kind text, n bigint, at timestamptz DEFAULT 'epoch') RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT overlay(overlay(overlay(md5(kind || n) PLACING lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') FROM 1) PLACING '7' FROM 13) PLACING '8' FROM 17)::uuid $$;
CREATE TEMP VIEW past AS
  SELECT n, n / 134 AS night_no, n % 134 + 1 AS number, n % 12 AS district, n % 4 + 1 AS grade, n % 500 = 0 AS restricted,
    date_trunc('day', now()) - (n / 134 + 1) * interval '1 day' + interval '18 hours' + (n % 134) * interval '5 minutes' AS at,
    date_trunc('day', now()) - (n / 134 + 1) * interval '1 day' + interval '17 hours' AS night_at
  FROM generate_series(0, $INCIDENTS - 1) AS n;
CREATE TEMP VIEW past_night AS SELECT n, date_trunc('day', now()) - (n + 1) * interval '1 day' + interval '17 hours' AS at FROM generate_series(0, ($INCIDENTS - 1) / 134) AS n;

INSERT INTO night_number SELECT to_char(at, 'YYYY-MM-DD'), 134 FROM past_night;
INSERT INTO staff (id, organisation_id, name, profession) SELECT id_of('staff', n), (SELECT id FROM organisation LIMIT 1), 'Past colleague ' || n, CASE WHEN n % 2 = 0 THEN 'constable' ELSE 'social-worker' END FROM generate_series(0, 199) n;
INSERT INTO receiving_team (id, organisation_id, name, kind, starts_at) SELECT id_of('receiving', n), (SELECT id FROM organisation LIMIT 1), 'Day team ' || n, 'day-team', '09:00' FROM generate_series(0, 5) n;
INSERT INTO team (id, call_sign, district_codes, night, formed_at, disbanded_at) SELECT id_of('team', n * 10 + t, at), 'Past ' || t, '{}', to_char(at, 'YYYY-MM-DD'), at, at + interval '10 hours' FROM past_night, generate_series(0, 9) t;
INSERT INTO duty (id, staff_id, organisation_id, seat, profession, team_id, started_at, ended_at, sharing)
  SELECT id_of('duty', n * 27 + s, at), id_of('staff', (n * 7 + s) % 200), (SELECT id FROM organisation LIMIT 1), CASE WHEN s < 4 THEN 'control' ELSE 'responder' END, 'constable', CASE WHEN s < 4 THEN NULL ELSE id_of('team', n * 10 + s % 10, at) END,
    at, at + interval '10 hours', s >= 4 FROM past_night, generate_series(0, 26) s;

INSERT INTO incident (id, version, night, number, state, door, reported_at, raised_at, raised_by_id, raised_duty_id, policy_id, answers, proposed_grade, proposal_reasons, grade, graded_at, first_graded_at, strictest,
    due_at, attended_at, joint_at, flags, missing_risk, summary_id, location_id, district_code, owner_id, owner_organisation_id, restricted, named_staff_ids, ending, ended_at)
  SELECT id_of('incident', n, at), 9, to_char(at - interval '12 hours', 'YYYY-MM-DD'), number, 'closed', (ARRAY['cmu', 'cart', 'edt', 'hospital'])[n % 4 + 1], at, at + interval '2 minutes', id_of('staff', n % 200), id_of('duty', night_no * 27, night_at),
    (SELECT id FROM policy LIMIT 1), '{}', grade, '{}', grade, at + interval '3 minutes', at + interval '3 minutes', grade, at + interval '1 hour', at + (20 + n % 70) * interval '1 minute', at + (30 + n % 70) * interval '1 minute',
    '{vulnerable-child}', CASE WHEN n % 15 < 2 THEN 'medium' END, id_of('statement', n * 2, at), id_of('location', n, at), 'E07000' || (117 + district), id_of('staff', n % 200), (SELECT id FROM organisation LIMIT 1), restricted,
    CASE WHEN restricted THEN ARRAY[id_of('staff', n % 200)] ELSE '{}' END, 'settled', at + interval '4 hours' FROM past;
INSERT INTO call SELECT id_of('call', n, at), id_of('incident', n, at), 'cmu', at, at, id_of('staff', n % 200), 'Desk officer', 'Police', '01632 960' || n % 1000, NULL FROM past;
INSERT INTO subject (id, kind, name, relation, approximate_age, organisation_id, recorded_at) SELECT id_of('person', n, at), 'person', 'Person ' || n, 'child', 9, (SELECT id FROM organisation LIMIT 1), at FROM past;
INSERT INTO incident_person SELECT id_of('link', n, at), id_of('incident', n, at), id_of('person', n, at), true FROM past;
INSERT INTO location SELECT id_of('location', n, at), id_of('incident', n, at), 'House ' || n % 200, 53.6 + (n % 40) * 0.01, -2.9 + (n % 30) * 0.02, 'E07000' || (117 + district), false, at FROM past;
INSERT INTO statement SELECT id_of('statement', n * 2 + s, at), id_of('incident', n, at), (SELECT id FROM organisation LIMIT 1), id_of('staff', n % 200), 'What was said of it, in a sentence or two of ordinary length.', 'salt', false, at FROM past, generate_series(0, 1) s;
INSERT INTO task (id, incident_id, activity, kind, state, due_at, added_at, outcome, outcome_id, outcome_at, seen_person_ids, not_seen_person_ids)
  SELECT id_of('task', n, at), id_of('incident', n, at), 'welfare-check', 'visit', 'done', NULL, at + interval '5 minutes', 'advice', id_of('statement', n * 2 + 1, at), at + interval '3 hours', ARRAY[id_of('person', n, at)], '{}' FROM past;
INSERT INTO leg SELECT id_of('leg', n * 2 + l, at), id_of('incident', n, at), id_of('task', n, at), (ARRAY['police', 'social-work'])[l + 1], l FROM past, generate_series(0, 1) l;
INSERT INTO assignment (id, incident_id, task_id, leg_id, kind, staff_id, duty_id, team_id, state, dispatched_at, dispatched_by_id, accepted_at, going_at, there_at, seen_at, left_at, ended_at)
  SELECT id_of('assignment', n * 2 + l, at), id_of('incident', n, at), id_of('task', n, at), id_of('leg', n * 2 + l, at), 'visit', id_of('staff', (night_no * 7 + 4 + n % 22 + l) % 200), id_of('duty', night_no * 27 + 4 + n % 22 + l, night_at), id_of('team', night_no * 10 + n % 10, night_at), 'left',
    at + interval '6 minutes', id_of('staff', n % 200), at + interval '7 minutes', at + interval '8 minutes', at + interval '30 minutes', at + interval '35 minutes', at + interval '2 hours', at + interval '2 hours' FROM past, generate_series(0, 1) l;
INSERT INTO follow_up SELECT id_of('follow-up', n, at), id_of('incident', n, at), id_of('task', n, at), 'no-access', at + interval '1 hour', at + interval '2 hours', id_of('staff', n % 200), 'retry', at + interval '2 hours', id_of('staff', n % 200) FROM past WHERE n % 10 = 0;
INSERT INTO downgrade_request SELECT id_of('request', n, at), id_of('incident', n, at), '{"kind": "grade", "to": 4}', id_of('statement', n * 2 + 1, at), id_of('staff', n % 200), at, 'refused', id_of('staff', (n + 1) % 200), at FROM past WHERE n % 20 = 0;
INSERT INTO warning SELECT id_of('warning', n, at), id_of('incident', n, at), 'violence', id_of('statement', n * 2, at), id_of('staff', n % 200), at, at + interval '1 year' FROM past WHERE n % 50 = 0;
INSERT INTO handover_pack SELECT id_of('pack', n, at), id_of('incident', n, at), jsonb_build_object('ref', 'EAR', 'frozenAt', '2026-01-01T00:00:00.000Z', 'grade', grade, 'reportedAt', '2026-01-01T00:00:00.000Z', 'door', 'cmu', 'caller', 'Desk officer',
    'summary', 'Handed over in the morning', 'location', 'A house', 'secretAddress', false, 'district', 'Preston', 'flags', '[]'::jsonb, 'missingRisk', NULL, 'people', '[]'::jsonb, 'riskThen', '', 'riskNow', '', 'actions', '[]'::jsonb,
    'outstanding', '[]'::jsonb, 'outstandingNote', NULL, 'warnings', '[]'::jsonb, 'checks', '', 'sharingBasis', '', 'legalPowers', NULL, 'spokenWith', NULL) FROM past WHERE n % 5 = 0;
INSERT INTO handover (id, incident_id, receiving_team_id, state, sent_by_id, sent_at, due_at, pack_id, taken_by_id, taken_at, taken_by, ended_at)
  SELECT id_of('handover', n, at), id_of('incident', n, at), id_of('receiving', n % 6), 'taken-over', id_of('staff', n % 200), at + interval '3 hours', at + interval '5 hours', id_of('pack', n, at), id_of('staff', n % 200), at + interval '4 hours', 'account', at + interval '4 hours'
  FROM past WHERE n % 5 = 0;
INSERT INTO overnight_note SELECT id_of('note', n, at), id_of('receiving', n % 6), 'Person ' || n, NULL, NULL, 'May ring tonight', 'Listen, then ring the carer', id_of('staff', n % 200), at, at + interval '1 day', NULL FROM past WHERE n % 30 = 0;
INSERT INTO event (seq, occurred_at, received_at, actor, organisation, command_id, name, event_version, entity_type, entity_id, incident_id, payload, prev_hash, hash)
  SELECT (SELECT COALESCE(max(seq), 0) FROM event) + ($INCIDENTS - 1 - n) * 4 + e + 1, at + e * interval '10 minutes', at + e * interval '10 minutes', id_of('staff', n % 200), (SELECT id FROM organisation LIMIT 1), id_of('command', n * 4 + e),
    'incident.noted', 1, 'incident', id_of('incident', n, at), id_of('incident', n, at), jsonb_build_object('noteId', id_of('statement', n * 2 + e % 2, at), 'internal', false), md5(n::text), md5(e::text) FROM past, generate_series(0, 3) e ORDER BY 1;
INSERT INTO access_log (at, staff_id, organisation_id, action, entity, entity_id, purpose) SELECT at + a * interval '1 hour', id_of('staff', (n + a) % 200), (SELECT id FROM organisation LIMIT 1), 'read', 'incident', id_of('incident', n, at), NULL FROM past, generate_series(0, 1) a ORDER BY 1;
-- Answers to commands are kept for ninety days.
INSERT INTO command SELECT id_of('command', n), id_of('staff', n % 200), 'POST /incidents/:incidentId/notes', md5(n::text), 200, '{"seq": 1, "answer": null}', at FROM past WHERE night_no < 90;
DO $$ DECLARE one record; BEGIN FOR one IN SELECT back FROM put_back ORDER BY turn LOOP EXECUTE one.back; END LOOP; END $$;
SET session_replication_role = origin;
