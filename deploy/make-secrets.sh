#!/usr/bin/env bash
# Makes what docker-compose.yml reads as secrets: the token, a password a service, the broker's users with the hashes of
# these, an authority of its own and the broker's certificate, and the key that signs models beside the one that is trusted.
# What is there is kept: remove the folder to begin anew.
#   deploy/make-secrets.sh [FOLDER]
# BROKER_HOST and BROKER_PORT say where the services find the broker, DATABASE_HOST where those that stand by for each other find the registry's
# database; as in docker-compose.yml and docker-compose.stand-by.yml by default.
set -euo pipefail
umask 077

folder=${1:-"$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets"}
host=${BROKER_HOST:-rabbitmq}
port=${BROKER_PORT:-5671}
database=${DATABASE_HOST:-postgres}
services="inference drift-detection retraining alerting control-room traffic"

command -v openssl > /dev/null || { echo "openssl is needed." >&2; exit 2; }
if [ -e "$folder/token" ]; then
  echo "$folder is kept as it is; remove it to begin anew."
  exit 0
fi

# Made beside it and moved when all is there, so that half a folder is never taken for a whole one.
mkdir -p "$(dirname "$folder")"
made=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$made"' EXIT
cd "$made"

# RabbitMQ's: base64 of four bytes of salt and the SHA-256 of salt and password.
password_hash() {
  openssl rand 4 > salt
  { cat salt; { cat salt; printf %s "$1"; } | openssl dgst -sha256 -binary; } | openssl base64 -A
  rm salt
}

openssl rand -hex 32 > token
{
  printf '{\n  "users": ['
  separator=
  for service in $services; do
    password=$(openssl rand -hex 24)
    printf 'amqps://%s:%s@%s:%s/monitoringdemo\n' "$service" "$password" "$host" "$port" > "broker-address-$service"
    printf '%s\n    { "name": "%s", "password_hash": "%s", "hashing_algorithm": "rabbit_password_hashing_sha256", "tags": [] }' \
      "$separator" "$service" "$(password_hash "$password")"
    separator=,
  done
  printf '\n  ]\n}\n'
} > broker-users.json
openssl rand -hex 24 > grafana-password

registry_address() {
  printf 'Host=%s;Database=registry;Username=%s;Password=%s;SSL Mode=VerifyFull;Root Certificate=/run/secrets/authority\n' "$database" "$1" "$(cat "$2")"
}
openssl rand -hex 24 > database-password
openssl rand -hex 24 > database-password-retraining
openssl rand -hex 24 > database-password-drift-detection
registry_address retraining database-password-retraining > registry-address-retraining
registry_address drift_detection database-password-drift-detection > registry-address-drift-detection

openssl ecparam -name prime256v1 -genkey -noout -out authority.key
openssl req -x509 -new -key authority.key -sha256 -days 3650 -subj "/O=MonitoringDemo/CN=MonitoringDemo authority" \
  -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" -out authority.crt
# A key and a certificate of a server: its file, its name, and under which names it is asked.
certificate() {
  openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"
  openssl req -new -key "$1.key" -subj "/O=MonitoringDemo/CN=$2" -out "$1.csr"
  printf '%s\n' "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" "extendedKeyUsage=serverAuth" "subjectAltName=$3" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA authority.crt -CAkey authority.key -CAcreateserial -days 825 -sha256 -extfile "$1.ext" -out "$1.crt" 2> "$1.log" \
    || { cat "$1.log" >&2; exit 1; }
  rm -f "$1.csr" "$1.ext" "$1.log"
}
certificate broker rabbitmq DNS:rabbitmq,DNS:localhost,IP:127.0.0.1
certificate database postgres "DNS:$database,DNS:localhost,IP:127.0.0.1"
openssl ecparam -name prime256v1 -genkey -noout -out signing.pem
openssl pkey -in signing.pem -pubout -out signing-public.pem

# Nobody signs with this authority again.
rm -f authority.key authority.srl

# The folder is closed to others; its files are not, because containers read them as users of their own.
chmod 0644 ./*
cd - > /dev/null
mv "$made" "$folder"
trap - EXIT
echo "Made $folder: keep it out of version control."
