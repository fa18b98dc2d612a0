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

-- Who is named in them: three in ten, by names put together from parts, so that nobody has them; the commonest surname is borne by one in sixteen. Doors and numbers as often as a county's: three incidents
-- to a door and four calls to a number, however many there are in all, and a few children's homes and desks that are in it every week.
CREATE FUNCTION drawn(n bigint, of text, below bigint, skew float8 DEFAULT 1) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT floor(below * power((hashint8extended(n, hashtext(of)) & 4294967295) / 4294967296.0::float8, skew))::bigint $$;
CREATE TEMP TABLE surname AS SELECT row_number() OVER (ORDER BY md5(a || b || c)) - 1 AS at, a || b || c AS name FROM
  unnest('{Bram,Cor,Dun,Elm,Fen,Gar,Hol,Ives,Jar,Kel,Lin,Mar,Nor,Osk,Pel,Quil,Ros,Sel,Tor,Wim}'::text[]) a, unnest('{a,ber,den,el,in,mer,o,ster,ul,win}'::text[]) b,
  unnest('{bank,beck,brook,by,croft,dale,fell,field,ford,garth,gate,holm,ley,moss,quist,shaw,thorn,thwaite,wick,worth}'::text[]) c;
CREATE TEMP TABLE forename AS SELECT row_number() OVER (ORDER BY md5(a || b || c)) - 1 AS at, a || b || c AS name FROM
  unnest('{Al,Bre,Ca,Do,El,Fa,Ga,Hu,Is,Jo,Ki,Lo}'::text[]) a, unnest('{ba,de,la,li,ma,na,ri,sa,vi,zo}'::text[]) b, unnest('{l,n,na,rt,s}'::text[]) c;
CREATE TEMP TABLE named AS SELECT n, concat_ws(' ', f.name, m.name, s.name) AS name
  FROM generate_series(0, $INCIDENTS - 1) AS n JOIN forename f ON f.at = drawn(n, 'forename', 600, 2) JOIN surname s ON s.at = drawn(n, 'surname', 4000, 3) LEFT JOIN forename m ON n % 7 = 0 AND m.at = drawn(n, 'middle', 600, 2)
  WHERE n % 10 < 3;
CREATE TEMP VIEW placed AS
  SELECT n, p.at, district, door, 1 + door % 180 || ' ' || s.name || ' Street' AS label, 53.55 + door % 977 * 0.0006 AS lat, -3.0 + door / 977 % 991 * 0.0009 AS lon
  FROM (SELECT n, at, district, CASE WHEN n % 100 = 0 THEN n / 100 % 10 ELSE 10 + drawn(n, 'door', $INCIDENTS / 3) END AS door FROM past) p JOIN surname s ON s.at = door / 180 % 4000;

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
INSERT INTO call (id, incident_id, door, reported_at, received_at, taken_by_id, caller_name, agency, phone, phone_e164)
  SELECT id_of('call', n, at), id_of('incident', n, at), 'cmu', at, at, id_of('staff', n % 200), 'Desk officer', 'Police', '01632 ' || line, '+441632' || line
  FROM (SELECT n, at, 200000 + CASE WHEN n % 50 = 0 THEN n / 50 % 20 ELSE 20 + drawn(n, 'number', $INCIDENTS / 4) END AS line FROM past) p;
INSERT INTO subject (id, kind, name, relation, born_on, approximate_age, organisation_id, recorded_at)
  SELECT id_of('person', n, at), 'person', named.name, 'child', CASE WHEN n % 10 < 2 THEN date '1946-01-01' + drawn(n, 'born', 28000)::int END, 9, (SELECT id FROM organisation LIMIT 1), at FROM past LEFT JOIN named USING (n);
INSERT INTO person_name SELECT id_of('person', n, at), (SELECT string_agg(word, ' ' ORDER BY word COLLATE "C") FROM unnest(string_to_array(lower(name), ' ')) word) FROM past JOIN named USING (n);
INSERT INTO incident_person SELECT id_of('link', n, at), id_of('incident', n, at), id_of('person', n, at), true FROM past;
INSERT INTO location (id, incident_id, label, lat, lon, district_code, secret, recorded_at, address_key, point_cell)
  SELECT id_of('location', n, at), id_of('incident', n, at), label, lat, lon, 'E07000' || (117 + district), false, at, lower(label), floor(lat / 0.0005)::bigint * 1000000 + floor(lon / 0.0008)::bigint + 500000 FROM placed;
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
-- What was owed on time and is over, news that was decided on, and the lines that are left of calls once they are saved.
INSERT INTO alarm (id, incident_id, cause, about_id, due_at, fired_at, ended_at)
  SELECT id_of('alarm', n, at), id_of('incident', n, at), 'grade-2-unallocated', id_of('incident', n, at), at + interval '40 minutes', at + interval '40 minutes', at + interval '50 minutes' FROM past WHERE n % 3 = 0;
INSERT INTO closed_news (id, incident_id, kind, arrived_at, due_at, owner_id, decision, reason_id, decided_at, decided_by_id)
  SELECT id_of('news', n, at), id_of('incident', n, at), 'note', at + interval '5 hours', at + interval '6 hours', id_of('staff', n % 200), 'noted', id_of('statement', n * 2 + 1, at), at + interval '6 hours', id_of('staff', n % 200) FROM past WHERE n % 40 = 0;
INSERT INTO call_draft (id, version, form, words, begun_by_id, begun_at, held_by_id, held_since, touched_at, changed_by_id, incident_id)
  SELECT id_of('draft', n, at), 9, 'console', '', id_of('staff', n % 200), at, id_of('staff', n % 200), at, at, id_of('staff', n % 200), id_of('incident', n, at) FROM past WHERE night_no < 90;
INSERT INTO event (seq, occurred_at, received_at, actor, organisation, command_id, name, event_version, entity_type, entity_id, incident_id, payload, prev_hash, hash)
  SELECT (SELECT COALESCE(max(seq), 0) FROM event) + ($INCIDENTS - 1 - n) * 4 + e + 1, at + e * interval '10 minutes', at + e * interval '10 minutes', id_of('staff', n % 200), (SELECT id FROM organisation LIMIT 1), id_of('command', n * 4 + e),
    'incident.noted', 1, 'incident', id_of('incident', n, at), id_of('incident', n, at), jsonb_build_object('noteId', id_of('statement', n * 2 + e % 2, at), 'internal', false), md5(n::text), md5(e::text) FROM past, generate_series(0, 3) e ORDER BY 1;
INSERT INTO access_log (at, staff_id, organisation_id, action, entity, entity_id, purpose) SELECT at + a * interval '1 hour', id_of('staff', (n + a) % 200), (SELECT id FROM organisation LIMIT 1), 'read', 'incident', id_of('incident', n, at), NULL FROM past, generate_series(0, 1) a ORDER BY 1;
-- Answers to commands are kept for ninety days.
INSERT INTO command SELECT id_of('command', n), id_of('staff', n % 200), 'POST /incidents/:incidentId/notes', md5(n::text), 200, '{"seq": 1, "answer": null}', at FROM past WHERE night_no < 90;
DO $$ DECLARE one record; BEGIN FOR one IN SELECT back FROM put_back ORDER BY turn LOOP EXECUTE one.back; END LOOP; END $$;
SET session_replication_role = origin;
