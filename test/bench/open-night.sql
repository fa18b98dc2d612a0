-- A night with :incidents open incidents: half of them with somebody sent, as in a storm or after a failed evening.
CREATE FUNCTION id_of(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT overlay(overlay(md5(kind || n) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$;
CREATE TEMP VIEW open_one AS
  SELECT n, n % 3 + 2 AS grade, now() - (10 + n % 900) * interval '1 minute' AS at, n % 12 AS district, (SELECT id FROM staff WHERE name = 'Asha Whitethorn') AS owner, (SELECT id FROM organisation LIMIT 1) AS organisation
  FROM generate_series(0, $INCIDENTS - 1) AS n;
INSERT INTO team (id, call_sign, district_codes, night, formed_at) SELECT id_of('team', n), 'Burnley ' || n, '{}', to_char(now(), 'YYYY-MM-DD'), now() - interval '3 hours' FROM generate_series(1, 12) n;
INSERT INTO staff (id, organisation_id, name, profession) SELECT id_of('staff', n), (SELECT id FROM organisation LIMIT 1), 'Colleague ' || n, CASE WHEN n % 2 = 0 THEN 'constable' ELSE 'social-worker' END FROM generate_series(0, 23) n;
INSERT INTO duty (id, staff_id, organisation_id, seat, profession, team_id, started_at, sharing)
  SELECT id_of('duty', n), id_of('staff', n), (SELECT id FROM organisation LIMIT 1), 'responder', CASE WHEN n % 2 = 0 THEN 'constable' ELSE 'social-worker' END, id_of('team', n / 2 + 1), now() - interval '2 hours', true FROM generate_series(0, 23) n;
INSERT INTO incident (id, version, night, number, state, door, reported_at, raised_at, raised_by_id, policy_id, answers, proposed_grade, proposal_reasons, grade, graded_at, first_graded_at, strictest,
    due_at, flags, summary_id, location_id, district_code, owner_id, owner_organisation_id, restricted, named_staff_ids)
  SELECT id_of('incident', n), 3, to_char(now(), 'YYYY-MM-DD'), 1000 + n, 'open', 'cmu', at, at + interval '2 minutes', owner, (SELECT id FROM policy LIMIT 1), '{"immediateDanger": "no", "seriousHarm": "no"}', grade, '{}', grade, at + interval '3 minutes', at + interval '3 minutes', grade,
    at + CASE grade WHEN 2 THEN interval '1 hour' ELSE interval '48 hours' END, '{vulnerable-child}', id_of('statement', n), id_of('location', n), NULL, owner, organisation, false, '{}' FROM open_one;
INSERT INTO statement SELECT id_of('statement', n), id_of('incident', n), organisation, owner, 'Child of nine left alone since the afternoon, the neighbour hears crying ' || n, 'salt', false, at FROM open_one;
INSERT INTO location SELECT id_of('location', n), id_of('incident', n), 'House ' || n % 200, 53.55 + (n % 50) * 0.012, -3.0 + (n % 37) * 0.024, NULL, false, at FROM open_one;
INSERT INTO subject (id, kind, name, relation, approximate_age, organisation_id, recorded_at) SELECT id_of('person', n * 2 + p), 'person', 'Person ' || n, CASE p WHEN 0 THEN 'child' ELSE 'mother' END, CASE p WHEN 0 THEN 9 ELSE 34 END, organisation, at FROM open_one, generate_series(0, 1) p;
INSERT INTO incident_person SELECT id_of('link', n * 2 + p), id_of('incident', n), id_of('person', n * 2 + p), p = 0 FROM open_one, generate_series(0, 1) p;
INSERT INTO task (id, incident_id, activity, kind, state, added_at, seen_person_ids, not_seen_person_ids) SELECT id_of('task', n), id_of('incident', n), 'welfare-check', 'visit', 'open', at, '{}', '{}' FROM open_one WHERE n % 2 = 0;
INSERT INTO leg SELECT id_of('leg', n * 2 + l), id_of('incident', n), id_of('task', n), (ARRAY['police', 'social-work'])[l + 1], l FROM open_one, generate_series(0, 1) l WHERE n % 2 = 0;
INSERT INTO assignment (id, incident_id, task_id, leg_id, kind, staff_id, duty_id, team_id, state, dispatched_at, dispatched_by_id, ended_at)
  SELECT id_of('assignment', n * 2 + l), id_of('incident', n), id_of('task', n), id_of('leg', n * 2 + l), 'visit', id_of('staff', (n + l) % 24), id_of('duty', (n + l) % 24), id_of('team', n % 12 + 1), 'stood-down', at, owner, at + interval '4 minutes' FROM open_one, generate_series(0, 1) l WHERE n % 2 = 0;
