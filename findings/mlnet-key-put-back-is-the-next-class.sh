#!/usr/bin/env bash
# Microsoft.ML 5.0.1: a key that is read from a view and put back is another class. CreateEnumerable gives a key as the number from 1 that
# it is inside, 0 for a missing one. LoadFromEnumerable takes the number in the same property of the same class from 0: the first class
# becomes the second, and the last one becomes missing. The type of the column is the same on both sides, and nothing complains.
# Who is hurt: whoever stores labels or predictions of a multiclass model as keys, to evaluate them when the outcomes come. Each class is taken
# for its neighbour, and the rows of the last one count as unlabelled, so figures are computed over the rest.
#
# Seen: read: pop=1 rock=2 jazz=3; put back and read: pop=2 rock=3 jazz=0.
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
    <PackageReference Include="Microsoft.ML" Version="5.0.1" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(1);
var songs = ml.Data.LoadFromEnumerable(new[] { "pop", "rock", "jazz" }.Select(genre => new Song { Genre = genre }));
var stored = Read(ml.Transforms.Conversion.MapValueToKey("Key", "Genre").Fit(songs).Transform(songs));
Console.WriteLine($"read: {Show(stored)}");
Console.WriteLine($"put back and read: {Show(Read(ml.Data.LoadFromEnumerable(stored)))}");

List<Keyed> Read(IDataView view) => ml.Data.CreateEnumerable<Keyed>(view, reuseRowObject: false).ToList();

static string Show(List<Keyed> rows) => string.Join(" ", rows.Select(row => $"{row.Genre}={row.Key}"));

class Song
{
    public string Genre { get; set; } = "";
}

class Keyed
{
    public string Genre { get; set; } = "";
    [KeyType(3)] public uint Key { get; set; }
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'read: pop=1 rock=2 jazz=3' "keys are read otherwise."
expect 'put back and read: pop=2 rock=3 jazz=0' "keys are put back otherwise."
echo "As described: a key that goes round is one class further."
