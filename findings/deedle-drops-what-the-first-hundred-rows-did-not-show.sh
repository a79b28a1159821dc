#!/usr/bin/env bash
# Deedle 8.1.0: Frame.ReadCsv takes a column's type from the first 100 rows, and every later value that does not fit becomes missing without a
# word. A column that began with whole numbers and goes on with decimals loses the decimals; a label that began with 0 and 1 is a Boolean, and
# the class 2 that came later is gone. Stats skip what is missing, so no figure shows it.
# Who is hurt: whoever reads a log in the order of time. The change of unit or the new class, for whose sake the log is read,
# is just what is thrown away: the mean stays that of the old rows.
#
# Seen: 300 rows; value Int32, 250 kept, mean 124.5 (true 149.58); label Boolean, 250 kept.
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
    <PackageReference Include="Deedle" Version="8.1.0" />
    <PackageReference Include="FSharp.Core" Version="10.1.300" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Globalization;
using Deedle;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var values = Enumerable.Range(0, 300).Select(i => i < 250 ? i : i + 0.5).ToList();
File.WriteAllLines("rows.csv", values.Select((value, i) => $"{value},{(i < 250 ? i % 2 : 2)}").Prepend("value,label"));
var frame = Frame.ReadCsv("rows.csv");
Console.WriteLine($"rows {frame.RowCount}, types {string.Join(" ", frame.ColumnTypes.Select(type => type.Name))}");
Console.WriteLine($"value: kept {frame.GetColumn<double>("value").ValueCount}, mean {Stats.mean(frame.GetColumn<double>("value")):0.00}, true mean {values.Average():0.00}");
Console.WriteLine($"label: kept {frame.GetColumn<bool>("label").ValueCount}");
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'rows 300, types Int32 Boolean' "the types are others."
expect 'value: kept 250, mean 124.50, true mean 149.58' "other values are kept."
expect 'label: kept 250' "other labels are kept."
echo "As described: values that do not fit the type of the first 100 rows are missing."
