using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.Tests.Replay;

public sealed class RowFileTests
{
    [Theory]
    [InlineData(1 << 20)]
    [InlineData(200)]
    public void Rows_come_back_sorted_by_key_and_equal_ones_as_they_came(int chunkBytes)
    {
        var random = new Random(1);
        var keys = Enumerable.Range(0, 5_000).Select(_ => random.NextInt64(-500, 500)).ToArray();
        using var writer = new RowFileWriter(2) { ChunkBytes = chunkBytes };
        for (var row = 0; row < keys.Length; row++)
            writer.Add([row, RowFileWriter.Key(keys[row])]);

        using var store = writer.Finish();

        var expected = Enumerable.Range(0, keys.Length).OrderBy(row => keys[row]).Select(row => (double)row);
        Enumerable.Range(0, keys.Length).Select(row => store.Row(row)[0]).ShouldBe(expected);
        (store.FileBytes > 0).ShouldBe(chunkBytes == 200);
    }

    [Fact]
    public void A_file_of_rows_that_are_in_order_is_not_sorted_again_and_is_gone_at_the_end()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "tmp*.tmp").Length;
        using (var writer = new RowFileWriter(2) { ChunkBytes = 1 << 10 })
        {
            for (var row = 0; row < 10_000; row++)
                writer.Add([row, RowFileWriter.Key(0)]);
            using var store = writer.Finish();

            store.Rows.ShouldBe(10_000);
            store.Row(9_999)[0].ShouldBe(9_999);
            store.Row(3)[0].ShouldBe(3);
        }

        Directory.GetFiles(Path.GetTempPath(), "tmp*.tmp").Length.ShouldBeLessThanOrEqualTo(before + 1);
    }
}
