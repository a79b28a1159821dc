#!/usr/bin/env bash
# DuckDB.NET 1.5.6.1 (engine 1.5.6) beside ParquetSharp 25.0.1.2 and Parquet.Net 6.1.0: whether a NaN counts depends on how the file was written.
# In DuckDB a NaN is greater than every number, so WHERE score > 5 takes it, in a table. Writers leave NaN out of a column's minimum and
# maximum, as the format asks for. DuckDB trusts the maximum, skips the row group, and the NaN is gone from the answer; even max(score) is
# answered from the footer. The same rows, loaded into a table first, give the other answer; so does the same file with the NaN as its first
# row, as Parquet.Net then writes no statistics at all.
# Who is hurt: whoever asks the inference log for scores or inputs out of range. The broken rows are in the answer on one day's file and
# not on the next one's, and a maximum of 3 proves nothing.
#
# Seen: rows over 5 and maximum, in a file 0 and 3, in a table of the same file 1 and NaN; Parquet.Net: NaN second 0, NaN first 1; isnan finds 1 in each.
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
    <PackageReference Include="ParquetSharp" Version="25.0.1.2" />
    <PackageReference Include="Parquet.Net" Version="6.1.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using DuckDB.NET.Data;
using Parquet.Serialization;
using ParquetSharp;

double[] second = [1, double.NaN, 2, 3];
double[] first = [double.NaN, 1, 2, 3];
using (var writer = new ParquetFileWriter("sharp.parquet", [new Column<double>("Score")]))
{
    using (var group = writer.AppendRowGroup())
    using (var column = group.NextColumn().LogicalWriter<double>())
        column.WriteBatch(second);
    writer.Close();
}

await WriteNet("net-second.parquet", second);
await WriteNet("net-first.parquet", first);

using var database = new DuckDBConnection("DataSource=:memory:");
database.Open();
Ask("create table rows as select * from 'sharp.parquet'");
Console.WriteLine($"ParquetSharp, in the file: over 5 {Ask("select count(*) from 'sharp.parquet' where Score > 5")}, maximum {Ask("select max(Score) from 'sharp.parquet'")}, isnan {Ask("select count(*) from 'sharp.parquet' where isnan(Score)")}");
Console.WriteLine($"ParquetSharp, in a table: over 5 {Ask("select count(*) from rows where Score > 5")}, maximum {Ask("select max(Score) from rows")}, isnan {Ask("select count(*) from rows where isnan(Score)")}");
Console.WriteLine($"Parquet.Net, NaN second: over 5 {Ask("select count(*) from 'net-second.parquet' where Score > 5")}, isnan {Ask("select count(*) from 'net-second.parquet' where isnan(Score)")}");
Console.WriteLine($"Parquet.Net, NaN first: over 5 {Ask("select count(*) from 'net-first.parquet' where Score > 5")}, isnan {Ask("select count(*) from 'net-first.parquet' where isnan(Score)")}");

object? Ask(string sql)
{
    using var command = database.CreateCommand();
    command.CommandText = sql;
    return command.ExecuteScalar();
}

static async Task WriteNet(string file, double[] scores)
{
    await using var stream = File.Create(file);
    await ParquetSerializer.SerializeAsync(scores.Select(score => new Row { Score = score }).ToList(), stream);
}

class Row
{
    public double Score { get; set; }
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'ParquetSharp, in the file: over 5 0, maximum 3, isnan 1' "the file is read otherwise."
expect 'ParquetSharp, in a table: over 5 1, maximum NaN, isnan 1' "the table answers otherwise."
expect 'Parquet.Net, NaN second: over 5 0, isnan 1' "a NaN in the second row is read otherwise."
expect 'Parquet.Net, NaN first: over 5 1, isnan 1' "a NaN in the first row is read otherwise."
echo "As described: the statistics of a file decide whether its NaN rows are found."
