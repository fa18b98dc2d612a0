#!/bin/bash
# Makes the database and its two roles in a Postgres 18, as server/database/roles.ts does in the embedded one:
# nightjar_owner owns the schema (migrate, backup, restore), nightjar_app may only use it. Run again, it sets the passwords anew.
set -euo pipefail
: "${NIGHTJAR_OWNER_PASSWORD:?is the password of nightjar_owner}" "${NIGHTJAR_APP_PASSWORD:?is the password of nightjar_app}"

# The passwords are read from the environment by psql itself: in its arguments every user of the machine could read them.
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
-- The log of the server quotes statements that fail, and these carry passwords.
SET log_min_error_statement = panic;
\getenv owner_password NIGHTJAR_OWNER_PASSWORD
\getenv app_password NIGHTJAR_APP_PASSWORD
SELECT format('CREATE ROLE %I', role) FROM (VALUES ('nightjar_owner'), ('nightjar_app')) AS wanted (role)
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) \gexec
ALTER ROLE nightjar_owner LOGIN PASSWORD :'owner_password';
ALTER ROLE nightjar_app LOGIN PASSWORD :'app_password';
SELECT 'CREATE DATABASE nightjar OWNER nightjar_owner' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'nightjar') \gexec
REVOKE ALL ON DATABASE nightjar FROM PUBLIC;
GRANT CONNECT ON DATABASE nightjar TO nightjar_app;
\connect nightjar
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO nightjar_app;
SQL
