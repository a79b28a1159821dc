using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.ServiceDefaults.Tests.LogStream.Merge;

public sealed class LogMergeTests
{
    [Fact]
    public void Rows_of_several_logs_are_numbered_in_the_order_in_which_they_come()
    {
        using var logs = new WrittenLogs();
        logs.Predict("a", 2, first: 10);
        logs.Predict("b", 3, first: 20);
        logs.Predict("a", 1, first: 30);
        using var reader = new Reader();

        reader.Take(logs.Shipped("a")[0], logs.Shipped("b")[0], logs.Shipped("a")[1]);

        reader.Rows().Select(row => (row.Row, row.Value)).ShouldBe([(0, 10), (1, 11), (2, 20), (3, 21), (4, 22), (5, 30)]);
    }

    [Fact]
    public void An_outcome_finds_its_row_in_whichever_log_it_comes_and_waits_for_it_where_it_is_first()
    {
        using var logs = new WrittenLogs();
        logs.Predict("a", 1);
        logs.Predict("b", 2);
        logs.Answer("a", (0, 1), (WrittenLogs.IdOf("b", 1), 1));
        logs.Answer("b", (0, 0), (1, 0));
        using var reader = new Reader();

        reader.Take(logs.Shipped("a"));
        reader.StartAgain();
        reader.Take(logs.Shipped("b"));

        reader.Rows().Select(row => row.Label).ShouldBe([1, 0, 1]);
    }

    [Fact]
    public void A_request_that_two_logs_answered_counts_once_and_both_answers_name_its_rows()
    {
        using var logs = new WrittenLogs();
        logs.Predict("a", 2, "r-1", first: 7);
        logs.Predict("b", 1, first: 5);
        logs.Predict("b", 2, "r-1", first: 7);
        logs.Predict("b", 2, "r-1", first: 8);
        using var reader = new Reader();

        reader.Take([.. logs.Shipped("a"), .. logs.Shipped("b")]);
        reader.StartAgain();
        logs.Answer("b", (1, 1), (2, 0));
        reader.Take(logs.Shipped("b")[^1]);

        reader.Rows().ShouldBe([(0, 7, 1), (1, 8, 0), (2, 5, null), (3, 8, null), (4, 9, null)]);
    }

    [Fact]
    public void A_release_that_every_service_tells_of_stands_there_once_and_an_older_one_never_after_it()
    {
        using var logs = new WrittenLogs();
        logs.Change("a", 1, 1);
        logs.Change("b", 1, 1);
        logs.Change("a", 2, 2);
        logs.Change("c", 1, 1);
        logs.Change("b", 2, 2);
        using var reader = new Reader();

        reader.Take(logs.Shipped("a")[0], logs.Shipped("b")[0], logs.Shipped("a")[1], logs.Shipped("c")[0], logs.Shipped("b")[1]);

        reader.Records().OfType<ModelChange>().Select(change => change.ReleaseSequence).ShouldBe([1, 2]);
    }

    [Fact]
    public void One_log_is_copied_to_the_byte_and_keeps_its_numbers_when_another_joins()
    {
        using var logs = new WrittenLogs();
        logs.Predict("a", 3);
        logs.Answer("a", (2, 1));
        logs.Predict("a", 1);
        using var reader = new Reader();
        reader.Take(logs.Shipped("a"));
        logs.Predict("b", 1, first: 50);
        logs.Predict("a", 1, first: 60);

        reader.Take([.. logs.Shipped("b"), .. logs.Shipped("a")]);

        reader.Records().Select(record => record.Ordinal).ShouldBe([0, 1, 2, 3, 4]);
        reader.Rows().ShouldBe([(0, 0, null), (1, 1, null), (2, 2, 1), (3, 3, null), (4, 50, null), (5, 60, null)]);
    }

    [Fact]
    public void A_reader_that_began_after_the_stream_had_dropped_the_beginning_of_several_logs_says_so()
    {
        using var logs = new WrittenLogs();
        for (var i = 0; i < 3; i++)
        {
            logs.Predict("a", 1);
            logs.Predict("b", 1);
        }

        using var reader = new Reader();
        reader.Take(logs.Shipped("a")[2]);

        Should.Throw<StreamPositionException>(() => reader.Take(logs.Shipped("b")[1])).Message.ShouldContain("log-merge.json of another reader's data");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Readers_that_die_and_read_again_have_the_same_rows_and_outcomes_as_one_that_never_does(int seed)
    {
        using var logs = new WrittenLogs();
        var stream = Stream(logs, new Random(seed));
        using var steady = new Reader();
        using var dying = new Reader();

        steady.Take(stream);
        var random = new Random(seed);
        for (var at = 0; at < stream.Count;)
        {
            var taken = random.Next(1, 30);
            if (random.Next(3) == 0) dying.TakeAndDie(stream.Skip(at).Take(random.Next(1, 40)));
            dying.Take(stream.Skip(at).Take(taken));
            at = Math.Max(0, at + taken - random.Next(3));
            if (random.Next(4) == 0) dying.StartAgain();
        }

        dying.Rows().ShouldBe(steady.Rows());
        dying.Rows().Count(row => row.Label is not null).ShouldBeGreaterThan(50);
        dying.Records().OfType<ModelChange>().Count().ShouldBe(steady.Records().OfType<ModelChange>().Count());
    }

    /// <summary>What three services wrote at the same time, as a broker may have ordered it: each log in its own order, some of it twice.</summary>
    private static List<ShippedMessage> Stream(WrittenLogs logs, Random random)
    {
        string[] names = ["a", "b", "c"];
        for (var i = 0; i < 300; i++)
        {
            var name = names[random.Next(3)];
            var other = names[random.Next(3)];
            if (logs[name].NextRow > 0 && random.Next(3) == 0) logs.Answer(name, (random.NextInt64(logs[name].NextRow), 1), (WrittenLogs.IdOf(other, random.Next(60)), 0));
            else if (random.Next(20) == 0) logs.Change(name, i / 30, 1);
            else logs.Predict(name, random.Next(1, 4), random.Next(2) == 0 ? $"r-{i / 4}" : null, first: i / 4 * 100);
        }

        var shipped = names.Where(name => logs[name].NextOrdinal > 0).Select(name => new Queue<ShippedMessage>(logs.Shipped(name))).ToList();
        var stream = new List<ShippedMessage>();
        while (shipped.Any(queue => queue.Count > 0))
        {
            if (shipped[random.Next(shipped.Count)].TryDequeue(out var next)) stream.Add(next);
            if (stream.Count > 0 && random.Next(10) == 0) stream.Add(stream[random.Next(stream.Count)]);
        }

        return stream;
    }
}
