#!/usr/bin/env bash
# Makes the users of the registry's database, each with the password of its file: retraining owns the database, and its migrations give the others
# what they need. The image runs it once, over an empty volume.
# POSTGRES_USER is the superuser, POSTGRES_DB the database, PASSWORDS the folder of the files.
set -euo pipefail
passwords=${PASSWORDS:-/run/secrets}

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set database="$POSTGRES_DB" \
  --set retraining="$(cat "$passwords/database-password-retraining")" \
  --set drift_detection="$(cat "$passwords/database-password-drift-detection")" << 'SQL'
create role retraining login password :'retraining';
create role drift_detection login password :'drift_detection';
revoke all on database :"database" from public;
revoke create on schema public from public;
grant connect on database :"database" to drift_detection;
alter database :"database" owner to retraining;
SQL
