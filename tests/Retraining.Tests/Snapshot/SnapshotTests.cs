using FsCheck.Fluent;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Properties;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Storage;
using Parquet;

namespace MonitoringDemo.Retraining.Tests.Snapshot;

public sealed class SnapshotTests : IDisposable
{
    private static readonly double[] s_numbers = [0, -0.0, 1, 0.1, 1e-300, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly FeatureSchema s_schema = new(
    [
        new Feature("row", FeatureKind.Numeric, []),
        new Feature("hit", FeatureKind.Numeric, [], Nullable: true),
        new Feature("town", FeatureKind.Categorical, ["Köln", "", "unseen"], Nullable: true),
    ], "hit");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snapshots-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Any_rows_are_read_as_they_were_written() => Claim.Holds(
        Gen.ArrayOf(from number in Gen.Elements(s_numbers) from other in Gen.Elements(s_numbers) from code in Gen.Elements(0, 1, 2, 3, double.NaN) from label in Gen.Choose(0, 1) select (number, other, code, label)),
        made =>
        {
            var rows = new DataSet(s_schema, [.. made.SelectMany(row => new[] { row.number, row.other, row.code })], [.. made.Select(row => (byte)row.label)], [.. made.Select((_, i) => i * 3L)]);

            var read = Open().Read(Open().Write(rows));

            DataSetHash.Sha256(read).ShouldBe(DataSetHash.Sha256(rows));
        });

    [Fact]
    public async Task A_tool_of_data_science_sees_columns_by_name_and_categories_as_text()
    {
        var sha256 = Open().Write(Rows(0.5));

        await using var reader = await ParquetReader.CreateAsync(Path(sha256), cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var towns = new string?[3];
        await group.ReadAsync(reader.Schema.DataFields[4], towns!, cancellationToken: TestContext.Current.CancellationToken);

        reader.Schema.DataFields.Select(field => field.Name).ShouldBe(["row_", "hit_", "row", "hit", "town"]);
        towns.ShouldBe(["Köln", null, "(unseen)"]);
    }

    [Fact]
    public void Rows_that_are_others_are_refused()
    {
        var (mine, others) = (Open().Write(Rows(0.5)), Open().Write(Rows(0.25)));
        File.Copy(Path(others), Path(mine), overwrite: true);

        var read = () => Open().Read(mine);

        Should.Throw<InvalidDataException>(read).Message.ShouldContain("was altered");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(200)]
    public void A_file_that_was_cut_off_is_refused_by_its_name(int length)
    {
        var sha256 = Open().Write(Rows(0.5));
        File.WriteAllBytes(Path(sha256), File.ReadAllBytes(Path(sha256))[..length]);

        var read = () => Open().Read(sha256);

        Should.Throw<InvalidDataException>(read).Message.ShouldContain(sha256);
    }

    private Snapshots Open() => new(new BlobFiles(_folder.FullName));

    private string Path(string sha256) => System.IO.Path.Combine(_folder.FullName, RegistryBlobs.Snapshot(sha256));

    private static DataSet Rows(double value) => new(s_schema, [value, double.NaN, 0, 1, 2, double.NaN, 3, 4, 3], [0, 1, 0], [7, 8, 9]);
}
