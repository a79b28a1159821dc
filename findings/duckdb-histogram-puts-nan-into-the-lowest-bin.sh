#!/usr/bin/env bash
# DuckDB.NET 1.5.6.1 (engine 1.5.6): histogram(x, edges) counts a NaN in the lowest bin. Everywhere else in the engine a NaN is greater than
# every number: ORDER BY puts it last, max() gives it, x > 3 takes it. A number over the last edge goes to the bin "inf", NULL to none.
# Who is hurt: whoever computes a population stability index or a Jensen-Shannon distance by SQL. A sensor or an upstream join that starts to give NaN
# looks like a shift to small values, in the one bin where nobody looks for missing ones, and cancels out against a true loss of small values.
#
# Seen: {1.0=1, 2.0=1, 3.0=1}; one row of each bin replaced by NaN: {1.0=2, 2.0=1, 3.0=0}; over 3: 1; maximum: NaN.
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
Console.WriteLine($"numbers: {Ask("select histogram(x, [1.0, 2.0, 3.0]::double[])::varchar from (values (0.5::double), (1.5), (2.5)) t(x)")}");
const string Rows = "from (values (0.5::double), (1.5), ('NaN'::double)) t(x)";
Console.WriteLine($"2.5 became NaN: {Ask("select histogram(x, [1.0, 2.0, 3.0]::double[])::varchar " + Rows)}");
Console.WriteLine($"over 3: {Ask("select count(*) " + Rows + " where x > 3")}, maximum {Ask("select max(x) " + Rows)}, last in order {Ask("select last(x order by x) " + Rows)}");

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
expect 'numbers: {1.0=1, 2.0=1, 3.0=1}' "numbers are counted otherwise."
expect '2.5 became NaN: {1.0=2, 2.0=1, 3.0=0}' "NaN goes to another bin."
expect 'over 3: 1, maximum NaN, last in order NaN' "NaN is not the greatest elsewhere."
echo "As described: a NaN is the least value to histogram, and the greatest to all else."
