#!/usr/bin/env bash
# Apache.Arrow 23.0.0: a stream or file of several record batches keeps the dictionary of the first batch only. Each batch of a
# dictionary-encoded column may have a dictionary of its own, and the API takes it without a word; the codes of later batches are written,
# their names are not. Read back, by this library or any other, the codes point into the first dictionary: every category is a wrong
# one, and each of them is a category that exists.
# Who is hurt: whoever writes an inference log or a training set batch by batch, each batch encoding what it saw. Row counts, nulls and schema
# agree; the drift detector reports a shift of categories that never happened, and the model learns from it.
#
# Seen: written: pop,rock,pop / jazz,pop,jazz; read from a stream: pop,rock,pop / pop,rock,pop; from a file: the same.
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
    <PackageReference Include="Apache.Arrow" Version="23.0.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

var type = new DictionaryType(Int32Type.Default, StringType.Default, false);
var schema = new Schema([new Field("genre", type, true)], null);
RecordBatch[] batches = [Batch("pop", "rock"), Batch("jazz", "pop")];
Console.WriteLine($"written: {string.Join(" / ", batches.Select(Names))}");

using var stream = new MemoryStream();
using (var writer = new ArrowStreamWriter(stream, schema, leaveOpen: true))
{
    foreach (var batch in batches)
        writer.WriteRecordBatch(batch);
    writer.WriteEnd();
}

Console.WriteLine($"jazz in the bytes: {System.Text.Encoding.Latin1.GetString(stream.ToArray()).Contains("jazz")}");
stream.Position = 0;
using var reader = new ArrowStreamReader(stream);
Console.WriteLine($"read from a stream: {Names(reader.ReadNextRecordBatch())} / {Names(reader.ReadNextRecordBatch())}");

using var file = new MemoryStream();
using (var writer = new ArrowFileWriter(file, schema, leaveOpen: true))
{
    foreach (var batch in batches)
        writer.WriteRecordBatch(batch);
    writer.WriteEnd();
}

file.Position = 0;
using var fileReader = new ArrowFileReader(file);
Console.WriteLine($"read from a file: {Names(fileReader.ReadNextRecordBatch())} / {Names(fileReader.ReadNextRecordBatch())}");

RecordBatch Batch(params string[] names) =>
    new(schema, [new DictionaryArray(type, new Int32Array.Builder().AppendRange([0, 1, 0]).Build(), new StringArray.Builder().AppendRange(names).Build())], 3);

static string Names(RecordBatch batch)
{
    var column = (DictionaryArray)batch.Column(0);
    return string.Join(",", ((Int32Array)column.Indices).Select(code => ((StringArray)column.Dictionary).GetString(code!.Value)));
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'written: pop,rock,pop / jazz,pop,jazz' "the batches hold other names."
expect 'jazz in the bytes: False' "the name is written."
expect 'read from a stream: pop,rock,pop / pop,rock,pop' "a stream gives other names."
expect 'read from a file: pop,rock,pop / pop,rock,pop' "a file gives other names."
echo "As described: the second batch is read with the names of the first."
