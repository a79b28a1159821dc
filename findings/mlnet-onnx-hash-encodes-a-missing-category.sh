#!/usr/bin/env bash
# Microsoft.ML 5.0.1 with OnnxConverter 0.23.1 and OnnxRuntime 1.31.1: OneHotHashEncoding of an empty text is the zero vector in ML.NET, where
# empty means missing. The exported ONNX graph hashes it like any name: one slot is 1. All other texts agree, seen and unseen ones.
# The slot belongs to real categories too, so the model scores a missing genre as if it were one of those.
# Who is hurt: whoever trains in ML.NET and serves the export. Training and serving agree on every complete row, so a comparison on clean data
# passes, and parts on the rows with a missing category, whose share is what drifts when an upstream join breaks.
#
# Seen: pop: equal True; blues: equal True; empty: ML.NET 0 of 16 set, ONNX 1 of 16 set.
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
    <PackageReference Include="Microsoft.ML.OnnxConverter" Version="0.23.1" />
    <PackageReference Include="Microsoft.ML.OnnxRuntime" Version="1.31.1" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

var ml = new MLContext(1);
var training = ml.Data.LoadFromEnumerable(new[] { "pop", "rock", "jazz", "" }.Select(genre => new Song { Genre = genre }));
var model = ml.Transforms.Categorical.OneHotHashEncoding("Encoded", "Genre", numberOfBits: 4).Fit(training);
using var onnx = new MemoryStream();
ml.Model.ConvertToOnnx(model, training, onnx);
using var session = new InferenceSession(onnx.ToArray());
foreach (var genre in new[] { "pop", "blues", "" })
{
    var transformed = model.Transform(ml.Data.LoadFromEnumerable([new Song { Genre = genre }]));
    var here = transformed.GetColumn<float[]>(transformed.Schema["Encoded"]).Single();
    using var answer = session.Run([NamedOnnxValue.CreateFromTensor("Genre", new DenseTensor<string>(new[] { genre }, [1, 1]))], ["Encoded.output"]);
    var there = answer[0].AsEnumerable<float>().ToArray();
    Console.WriteLine($"{(genre == "" ? "empty" : genre)}: equal {here.SequenceEqual(there)}, ML.NET {here.Count(x => x == 1)} of {here.Length} set, ONNX {there.Count(x => x == 1)} of {there.Length} set");
}

class Song
{
    public string Genre { get; set; } = "";
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'pop: equal True, ML.NET 1 of 16 set, ONNX 1 of 16 set' "a known name is encoded otherwise."
expect 'blues: equal True, ML.NET 1 of 16 set, ONNX 1 of 16 set' "an unknown name is encoded otherwise."
expect 'empty: equal False, ML.NET 0 of 16 set, ONNX 1 of 16 set' "an empty text is encoded otherwise."
echo "As described: a missing category is nothing to ML.NET and a category to its ONNX export."
