#!/usr/bin/env bash
# Microsoft.Data.Analysis 0.23.1: the mean of a group divides by all its rows, missing values included, as if they were zeroes. The mean of the
# column itself leaves them out, so the two disagree within one frame: one group of one missing and one value of 10 has the mean 5.
# Comparisons of the column take it for a zero too: a missing value is less than 2. Count beside Mean leaves it out, and gives no hint.
# Who is hurt: whoever compares a feature or an error rate by group, by day, by model version or by segment. Outcomes come late, so the newest
# group has the most missing ones: its error rate is always the best, and falls the more the outcomes stop.
#
# Seen: column mean 10; group mean 5; count 1; missing < 2: True, missing > 0: False.
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
    <PackageReference Include="Microsoft.Data.Analysis" Version="0.23.1" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Globalization;
using Microsoft.Data.Analysis;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var version = new StringDataFrameColumn("version", ["7", "7"]);
var error = new DoubleDataFrameColumn("error", new double?[] { 10, null });
var frame = new DataFrame(version, error);
Console.WriteLine($"column: mean {frame["error"].Mean()}, missing {frame["error"].NullCount}");
Console.WriteLine($"group: mean {frame.GroupBy("version").Mean("error")["error"][0]}, count {frame.GroupBy("version").Count("error")["error"][0]}");
Console.WriteLine($"missing < 2: {error.ElementwiseLessThan(2.0)[1]}, missing > 0: {error.ElementwiseGreaterThan(0.0)[1]}");
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'column: mean 10, missing 1' "the column has another mean."
expect 'group: mean 5, count 1' "the group has another mean or count."
expect 'missing < 2: True, missing > 0: False' "a missing value compares otherwise."
echo "As described: the mean of a group takes missing values for zeroes."
