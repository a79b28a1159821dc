#!/usr/bin/env bash
# Microsoft.ML 5.0.1: TrainTestSplit with samplingKeyColumnName keeps rows of one key together, and has two surprises. Rows without a key
# (empty text, NaN) are in neither set, without a warning. And a key of type float is not hashed like one of text or whole numbers:
# the rows with the smallest values are the test set, whatever the seed.
# Who is hurt: whoever splits by artist, customer or session. The anonymous rows, often half of the traffic and unlike the rest, are in no model
# and in no figure. And a key that came from a CSV as a float, say a number that grows with time, gives a test on the oldest rows.
#
# Seen: text key, half of 1000 empty: 500 rows in the two sets; float key 0..999: the test set is 0..299 with seed 1 and with seed 2; int key: not.
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

var rows = Enumerable.Range(0, 1000).Select(i => new Row { Text = i % 2 == 0 ? "" : $"artist {i}", Single = i, Whole = i }).ToList();
var (train, test) = Split(nameof(Row.Text), 1);
Console.WriteLine($"text key, half of them empty: {train.Count + test.Count} of {rows.Count} rows in the two sets");
foreach (var key in new[] { nameof(Row.Single), nameof(Row.Whole) })
foreach (var seed in new[] { 1, 2 })
{
    (train, test) = Split(key, seed);
    Console.WriteLine($"{key} key, seed {seed}: all rows {train.Count + test.Count == rows.Count}, test set is 0..299 {test.Select(row => row.Whole).SequenceEqual(Enumerable.Range(0, 300))}");
}

(List<Row> Train, List<Row> Test) Split(string key, int seed)
{
    var ml = new MLContext(seed);
    var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows), testFraction: 0.3, samplingKeyColumnName: key, seed: seed);
    return (ml.Data.CreateEnumerable<Row>(split.TrainSet, false).ToList(), ml.Data.CreateEnumerable<Row>(split.TestSet, false).ToList());
}

class Row
{
    public string Text { get; set; } = "";
    public float Single { get; set; }
    public int Whole { get; set; }
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'text key, half of them empty: 500 of 1000 rows in the two sets' "another number of rows is kept."
expect 'Single key, seed 1: all rows True, test set is 0..299 True' "a float key is split otherwise."
expect 'Single key, seed 2: all rows True, test set is 0..299 True' "a float key follows the seed."
expect 'Whole key, seed 1: all rows True, test set is 0..299 False' "a whole key is split otherwise."
echo "As described: rows without a key are lost, and a float key is split by its size."
