#!/usr/bin/env bash
# Gives a cluster what the manifests name and no commit holds: the secrets of deploy/make-secrets.sh, for each service its own and no more, and the
# broker's definitions. Run it again after a change; pods read the new files when they start.
#   deploy/make-secrets.sh && deploy/kubernetes/apply-secrets.sh [NAMESPACE]
# KUBECTL is the program to use, kubectl by default.
set -euo pipefail
namespace=${1:-monitoringdemo}
kubectl=${KUBECTL:-kubectl}
deploy=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
secrets=$deploy/secrets

[ -e "$secrets/token" ] || { echo "Run deploy/make-secrets.sh first: $secrets holds no token." >&2; exit 2; }

apply() { "$kubectl" create --namespace "$namespace" --dry-run=client --output yaml "$@" | "$kubectl" apply --filename -; }

service() {
  local name=$1
  shift
  apply secret generic "$name" --from-file=token="$secrets/token" --from-file=authority="$secrets/authority.crt" \
    --from-file=broker-address="$secrets/broker-address-$name" "$@"
}

service inference --from-file=signing-public-key="$secrets/signing-public.pem"
service drift-detection
service retraining --from-file=signing-key="$secrets/signing.pem"
service alerting
service control-room
service traffic
apply secret tls broker-tls --cert="$secrets/broker.crt" --key="$secrets/broker.key"
apply secret generic broker-users --from-file=broker-users.json="$secrets/broker-users.json"
apply configmap broker-definitions --from-file=definitions.json="$deploy/rabbitmq/definitions.json"
# For the overlay prod: how those that stand by for each other reach the registry's database. Where yours is, put its connection strings into these files.
apply secret generic registry-drift-detection --from-file=address="$secrets/registry-address-drift-detection"
apply secret generic registry-retraining --from-file=address="$secrets/registry-address-retraining"
