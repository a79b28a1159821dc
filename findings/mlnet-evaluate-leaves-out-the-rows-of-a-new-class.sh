#!/usr/bin/env bash
# Microsoft.ML 5.0.1: MulticlassClassification.Evaluate leaves out every row whose label the model was not trained on, and says nothing.
# MapValueToKey makes such a label a missing key, and the evaluator counts rows with a key only. A genre that appears after training is the
# plainest drift there is: each of its rows is answered wrongly. The accuracy stays 1, the log loss stays small, the confusion matrix
# has no row for it, and no warning is logged. The more the new class takes over, the fewer rows carry the same perfect figure.
# Who is hurt: whoever promotes, keeps or retrains a model by MicroAccuracy on recent rows.
#
# Seen: right: 200 of 300; MicroAccuracy 1.000, MacroAccuracy 1.000, rows in the confusion matrix 200; warnings of Evaluate: 0.
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
var model = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Song.Genre))
    .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(featureColumnName: nameof(Song.Features)))
    .Append(ml.Transforms.Conversion.MapKeyToValue("Answer", "PredictedLabel"))
    .Fit(ml.Data.LoadFromEnumerable(Songs("pop", "rock")));

var scored = model.Transform(ml.Data.LoadFromEnumerable(Songs("pop", "rock", "jazz")));
var rows = ml.Data.CreateEnumerable<Answered>(scored, false).ToList();
Console.WriteLine($"right: {rows.Count(row => row.Genre == row.Answer)} of {rows.Count}");
var warnings = 0;
ml.Log += (_, e) => { if (e.Kind is Microsoft.ML.Runtime.ChannelMessageKind.Warning or Microsoft.ML.Runtime.ChannelMessageKind.Error) { warnings++; Console.Error.WriteLine(e.Message); } };
var metrics = ml.MulticlassClassification.Evaluate(scored);
Console.WriteLine($"MicroAccuracy {metrics.MicroAccuracy:0.000}, MacroAccuracy {metrics.MacroAccuracy:0.000}, rows in the confusion matrix {metrics.ConfusionMatrix.Counts.Sum(c => c.Sum())}");
Console.WriteLine($"warnings of Evaluate: {warnings}");

static IEnumerable<Song> Songs(params string[] genres) => Enumerable.Range(0, 100).SelectMany(i => genres.Select((genre, k) => new Song { Genre = genre, Features = [k * 5 + i % 10 / 10f, i / 100f] }));

class Song
{
    public string Genre { get; set; } = "";
    [VectorType(2)] public float[] Features { get; set; } = [];
}

class Answered
{
    public string Genre { get; set; } = "";
    public string Answer { get; set; } = "";
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'right: 200 of 300' "another number of rows is right."
expect 'MicroAccuracy 1.000, MacroAccuracy 1.000, rows in the confusion matrix 200' "the rows of the new class count."
expect 'warnings of Evaluate: 0' "there is a warning."
echo "As described: the rows of a class that appeared after training are in no figure."
