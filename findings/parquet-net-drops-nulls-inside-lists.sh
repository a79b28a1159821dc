#!/usr/bin/env bash
# Parquet.Net 6.1.0: a null inside a list is left out when the list is read, and what follows moves up. The file is right: DuckDB 1.5.6
# sees [1.5, NULL, 2.5]. Parquet.Net gives [1.5, 2.5] for a List<double?>, from its own file as from others', without an error.
# Who is hurt: whoever keeps feature vectors, embeddings or per-step measurements as lists. The position is the feature: after a missing value each
# feature has the value of its neighbour, and the model scores on.
#
# Seen: DuckDB [1.5, NULL, 2.5]; Parquet.Net 1.5,2.5.
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
    <PackageReference Include="Parquet.Net" Version="6.1.0" />
    <PackageReference Include="DuckDB.NET.Data.Full" Version="1.5.6.1" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Globalization;
using DuckDB.NET.Data;
using Parquet.Serialization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using (var stream = File.Create("rows.parquet"))
    await ParquetSerializer.SerializeAsync([new Row { Features = [1.5, null, 2.5] }], stream);

using var database = new DuckDBConnection("DataSource=:memory:");
database.Open();
using var command = database.CreateCommand();
command.CommandText = "select Features::varchar from 'rows.parquet'";
Console.WriteLine($"DuckDB: {command.ExecuteScalar()}");
await using var file = File.OpenRead("rows.parquet");
var rows = await ParquetSerializer.DeserializeAsync<Row>(file);
Console.WriteLine($"Parquet.Net: {string.Join(",", rows.Data[0].Features.Select(value => value?.ToString() ?? "null"))}");

class Row
{
    public List<double?> Features { get; set; } = [];
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'DuckDB: [1.5, NULL, 2.5]' "the file holds another list."
expect 'Parquet.Net: 1.5,2.5' "the list is read otherwise."
echo "As described: nulls in a list are left out on reading."
