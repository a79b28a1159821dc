#!/usr/bin/env bash
# Microsoft.ML 5.0.1: AreaUnderPrecisionRecallCurve of rows with equal scores depends on their order. A model that gives every row the same score
# has precision equal to the share of positives, here 0.1. Evaluate says 1.00 when the positives come first, and 0.05 when they come last.
# AreaUnderRocCurve beside it handles ties rightly: 0.50 both times.
# Who is hurt: whoever compares candidates on few positives by this figure, as one should on rare ones. Trees give few distinct scores, and logs
# are often sorted or grouped by label or by time of outcome: a worthless model wins the gate by the order of the rows.
#
# Seen: positives first: precision-recall 1.00, ROC 0.50; positives last: precision-recall 0.05, ROC 0.50.
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
using System.Globalization;
using Microsoft.ML;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var ml = new MLContext(1);
var rows = Enumerable.Range(0, 1000).Select(i => new Row { Label = i < 100, Score = 1, Probability = 0.7f, PredictedLabel = true }).ToList();
Show("positives first", rows);
rows.Reverse();
Show("positives last", rows);

void Show(string name, List<Row> ordered)
{
    var metrics = ml.BinaryClassification.Evaluate(ml.Data.LoadFromEnumerable(ordered));
    Console.WriteLine($"{name}: precision-recall {metrics.AreaUnderPrecisionRecallCurve:0.00}, ROC {metrics.AreaUnderRocCurve:0.00}");
}

class Row
{
    public bool Label { get; set; }
    public float Score { get; set; }
    public float Probability { get; set; }
    public bool PredictedLabel { get; set; }
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'positives first: precision-recall 1.00, ROC 0.50' "positives first give another area."
expect 'positives last: precision-recall 0.05, ROC 0.50' "positives last give another area."
echo "As described: the order of tied rows makes the area."
