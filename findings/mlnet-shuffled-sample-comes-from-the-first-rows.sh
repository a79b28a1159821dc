#!/usr/bin/env bash
# Microsoft.ML 5.0.1: ShuffleRows followed by TakeRows is no sample of the data. ShuffleRows shuffles within a moving pool of 1,000 rows, unless
# its input can be read at random. A List, a lazy sequence and a text file cannot; only after Cache can they. So 1,000 rows
# taken from 100,000 shuffled ones all come from the first 2,000. Nothing in the result shows it: it is out of order, and the seed changes it.
# Who is hurt: whoever draws a reference window, a calibration set or a background set from rows in the order of time this way.
# It is the oldest 2 % of the history, and everything after it looks like drift.
#
# Seen: list: within 0..1999 True; text file: within 0..1999 True; list after Cache: within 0..1999 False.
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

const int Rows = 100_000;
var ml = new MLContext(1);
File.WriteAllLines("rows.csv", Enumerable.Range(0, Rows).Select(i => i.ToString()));
var list = ml.Data.LoadFromEnumerable(Enumerable.Range(0, Rows).Select(i => new Row { Number = i }).ToList());
Show("list", list);
Show("text file", ml.Data.LoadFromTextFile<Row>("rows.csv", ','));
Show("list after Cache", ml.Data.Cache(list));

void Show(string name, IDataView data)
{
    var sample = ml.Data.TakeRows(ml.Data.ShuffleRows(data, seed: 7), 1000);
    var numbers = ml.Data.CreateEnumerable<Row>(sample, false).Select(row => row.Number).ToList();
    Console.WriteLine($"{name}: {numbers.Count} rows, in order {numbers.SequenceEqual(numbers.Order())}, within 0..1999 {numbers.Max() < 2000}");
}

class Row
{
    [LoadColumn(0)] public float Number { get; set; }
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'list: 1000 rows, in order False, within 0..1999 True' "a list is sampled otherwise."
expect 'text file: 1000 rows, in order False, within 0..1999 True' "a file is sampled otherwise."
expect 'list after Cache: 1000 rows, in order False, within 0..1999 False' "a cached list is sampled otherwise."
echo "As described: a shuffled sample of a list or a file holds the first rows only."
