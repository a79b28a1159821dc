#!/bin/sh
# Holds a bill of materials that `models bom` wrote against CycloneDX's own schema, with its reference library for JavaScript.
#   sh benchmarks/peers/validate-bom.sh FILE
# Wants Node and npm, and installs into a temporary folder. Exit code 0: valid; 1: not, with what is wrong; 2: no such file.
set -eu

[ -f "${1:-}" ] || { echo "usage: $0 FILE" >&2; exit 2; }
bill=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @cyclonedx/cyclonedx-library@10.3.0 ajv@8.20.0 ajv-formats@3.0.1 ajv-formats-draft2019@1.6.1 > /dev/null
cat > validate.cjs <<'SCRIPT'
const { Spec, Validation } = require('@cyclonedx/cyclonedx-library');
const { readFileSync } = require('node:fs');

new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(readFileSync(process.argv[2], 'utf8')).then(wrong => {
  if (wrong === null) return console.log('valid CycloneDX 1.6');
  console.error(JSON.stringify(wrong, null, 2));
  process.exit(1);
});
SCRIPT
node validate.cjs "$bill"
