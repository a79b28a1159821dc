#!/usr/bin/env bash
# DuckDB.NET 1.5.6.1 (engine 1.5.6): USING SAMPLE stands behind WHERE and is carried out before it. "WHERE version = 7 USING SAMPLE 100 ROWS"
# samples 100 rows of the whole table and then keeps those of version 7. Where the version has 1 % of the rows, that leaves about one row.
# Who is hurt: whoever draws a reference window or a background set of one model, segment or day. The query
# runs, gives rows of the right kind, and gives few of them when there are enough: a comparison on one row finds no drift. It worked while there was one version.
#
# Seen: asked for 100 of the 1000 rows of version 7: fewer than 20; with the filter in a subquery: 100.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > finding.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="DuckDB.NET.Data.Full" Version="1.5.6.1" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using DuckDB.NET.Data;

using var database = new DuckDBConnection("DataSource=:memory:");
database.Open();
Ask("create table log as select i as row, case when i % 100 = 0 then 7 else 6 end as version from range(100000) t(i)");
const string Sample = "using sample reservoir(100 rows) repeatable (7)";
var rows = Convert.ToInt64(Ask($"select count(*) from (select row from log where version = 7 {Sample})"));
Console.WriteLine($"rows of version 7: {Ask("select count(*) from log where version = 7")}");
Console.WriteLine($"where, then sample: {(rows < 20 ? "fewer than 20" : rows)}");
Console.WriteLine($"where in a subquery: {Ask($"select count(*) from (select row from (select row from log where version = 7) {Sample})")}");

object? Ask(string sql)
{
    using var command = database.CreateCommand();
    command.CommandText = sql;
    return command.ExecuteScalar();
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'rows of version 7: 1000' "the table has other rows."
expect 'where, then sample: fewer than 20' "the sample is drawn after the filter."
expect 'where in a subquery: 100' "a subquery is sampled otherwise."
echo "As described: the sample is drawn before the filter that stands in front of it."
