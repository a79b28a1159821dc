#!/usr/bin/env bash
# Makes what docker-compose.yml reads as secrets: the token, a password a service, the broker's users with the hashes of
# these, an authority of its own and the broker's certificate, and the key that signs models beside the one that is trusted.
# What is there is kept: remove the folder to begin anew.
#   deploy/make-secrets.sh [FOLDER]
# BROKER_HOST and BROKER_PORT say where the services find the broker; as in docker-compose.yml by default.
set -euo pipefail
umask 077

folder=${1:-"$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets"}
host=${BROKER_HOST:-rabbitmq}
port=${BROKER_PORT:-5671}
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

openssl ecparam -name prime256v1 -genkey -noout -out authority.key
openssl req -x509 -new -key authority.key -sha256 -days 3650 -subj "/O=MonitoringDemo/CN=MonitoringDemo authority" \
  -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" -out authority.crt
openssl ecparam -name prime256v1 -genkey -noout -out broker.key
openssl req -new -key broker.key -subj "/O=MonitoringDemo/CN=rabbitmq" -out broker.csr
printf '%s\n' "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" "extendedKeyUsage=serverAuth" \
  "subjectAltName=DNS:rabbitmq,DNS:localhost,IP:127.0.0.1" > broker.ext
openssl x509 -req -in broker.csr -CA authority.crt -CAkey authority.key -CAcreateserial -days 825 -sha256 -extfile broker.ext -out broker.crt 2> broker.log \
  || { cat broker.log >&2; exit 1; }
openssl ecparam -name prime256v1 -genkey -noout -out signing.pem
openssl pkey -in signing.pem -pubout -out signing-public.pem

# Nobody signs with this authority again.
rm -f authority.key authority.srl broker.csr broker.ext broker.log

# The folder is closed to others; its files are not, because containers read them as users of their own.
chmod 0644 ./*
cd - > /dev/null
mv "$made" "$folder"
trap - EXIT
echo "Made $folder: keep it out of version control."
