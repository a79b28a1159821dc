#!/usr/bin/env bash
# DuckDB.NET 1.5.6.1 (engine 1.5.6): read_csv decides a column's type on the first 20,480 rows. Where those hold whole numbers, the column is BIGINT, and a
# decimal that comes later is rounded to a whole number without an error or a warning: 0.4 is 0, 1.5 is 2, 99.99 is 100. A text that comes later is an error that names the line.
# Who is hurt: whoever keeps a log of predictions or features as CSV and asks DuckDB for statistics. A sensor, a price or a score that begins to have decimals (a new
# device, another unit) keeps its old granularity: shares, means and the test for drift are computed on numbers that nobody sent.
#
# Seen: 20,500 rows of 1, then 0.4, 1.5 and 99.99: type BIGINT, the last three 0, 2 and 100. With sample_size = -1: DOUBLE, and 0.4, 1.5, 99.99.
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

string[] decimals = ["0.4", "1.5", "99.99"];
File.WriteAllLines("log.csv", ["row,price", .. Enumerable.Range(0, 20_500).Select(row => $"{row},1"), .. decimals.Select((price, i) => $"{20_500 + i},{price}")]);
using var database = new DuckDBConnection("DataSource=:memory:");
database.Open();
Show("default", "read_csv('log.csv')");
Show("whole file looked at", "read_csv('log.csv', sample_size = -1)");

void Show(string how, string table) => Console.WriteLine(
    $"{how}: {Ask($"select typeof(price) from {table} limit 1")}, {Ask($"select string_agg(price::varchar, ' ' order by row) from {table} where row >= 20500")}");

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
expect 'default: BIGINT, 0 2 100' "decimals after the sample are read otherwise."
expect 'whole file looked at: DOUBLE, 0.4 1.5 99.99' "a look at the whole file does not help any more."
echo "As described: decimals that come after the sample are rounded in silence."
