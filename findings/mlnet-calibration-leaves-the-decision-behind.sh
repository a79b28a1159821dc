#!/usr/bin/env bash
# Microsoft.ML 5.0.1: a calibrator fitted behind a trainer (BinaryClassification.Calibrators) changes Probability and nothing else.
# PredictedLabel goes on following the raw score, and Evaluate takes its accuracy from the score as well. A model trained on
# balanced rows and then calibrated on real ones (5 % positive) answers PredictedLabel True with a Probability below 0.5 on 1,079 of 4,000
# rows. Evaluate says 0.742, while deciding by the Probability would be right in 0.972.
# Who is hurt: whoever mends a model's decisions by calibrating it anew, as is usual when the share of positives drifts, and a gate that
# compares candidates by Evaluate's accuracy: it sees no change at all.
#
# Seen: PredictedLabel changed by the calibrator: 0 rows; PredictedLabel True though Probability < 0.5: more than 500 of 4000;
# Evaluate counts by the score: True.
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
using Microsoft.ML.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var ml = new MLContext(1);
var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(ml.Data.LoadFromEnumerable(Rows(2000, 1, 0.5)));
var calibrator = ml.BinaryClassification.Calibrators.Platt().Fit(model.Transform(ml.Data.LoadFromEnumerable(Rows(4000, 2, 0.05))));
var before = model.Transform(ml.Data.LoadFromEnumerable(Rows(4000, 3, 0.05)));
var after = calibrator.Transform(before);
var old = ml.Data.CreateEnumerable<Answer>(before, false).ToList();
var rows = ml.Data.CreateEnumerable<Answer>(after, false).ToList();

Console.WriteLine($"mean Probability near the true share: before {Near(old)}, after {Near(rows)}");
Console.WriteLine($"PredictedLabel changed by the calibrator: {old.Zip(rows).Count(pair => pair.First.PredictedLabel != pair.Second.PredictedLabel)} rows");
var contradicted = rows.Count(row => row.PredictedLabel && row.Probability < 0.5);
Console.WriteLine($"PredictedLabel True though Probability < 0.5: {(contradicted > 500 ? "more than 500" : contradicted)} of {rows.Count}");
var metrics = ml.BinaryClassification.Evaluate(after);
var byScore = rows.Average(row => row.Score > 0 == row.Label ? 1.0 : 0);
var byProbability = rows.Average(row => row.Probability > 0.5 == row.Label ? 1.0 : 0);
Console.WriteLine($"Evaluate counts by the score: {Math.Abs(metrics.Accuracy - byScore) < 1e-9}; by the probability it would be better by more than 0.1: {byProbability - metrics.Accuracy > 0.1}");
Console.Error.WriteLine($"accuracy by Evaluate {metrics.Accuracy:0.000}, by probability {byProbability:0.000}; contradicted {contradicted}");

static bool Near(List<Answer> rows) => Math.Abs(rows.Average(row => row.Probability) - rows.Average(row => row.Label ? 1.0 : 0)) < 0.01;

static List<Row> Rows(int count, int seed, double positive)
{
    var random = new Random(seed);
    return Enumerable.Range(0, count).Select(_ =>
    {
        var label = random.NextDouble() < positive;
        return new Row { Label = label, Features = [(float)((label ? 1 : 0) + random.NextDouble() * 2), (float)random.NextDouble()] };
    }).ToList();
}

class Row
{
    public bool Label { get; set; }
    [VectorType(2)] public float[] Features { get; set; } = [];
}

class Answer
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
expect 'mean Probability near the true share: before False, after True' "the calibrator does another thing to Probability."
expect 'PredictedLabel changed by the calibrator: 0 rows' "the decision follows the calibrator."
expect 'PredictedLabel True though Probability < 0.5: more than 500 of 4000' "the decision agrees with the probability."
expect 'Evaluate counts by the score: True; by the probability it would be better by more than 0.1: True' "Evaluate counts otherwise."
echo "As described: calibration moves the probability, and neither the decision nor the accuracy."
