using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.Tests.Receive;

public sealed class ReceivedMessagesTests : IDisposable
{
    private static readonly RetrainModel One = new("hits", "one", "a person", "why not");
    private static readonly RetrainModel Two = new("hits", "two", "a person", "why not");
    private readonly DataDirectory _data = new(Directory.CreateTempSubdirectory("received-").FullName);

    public void Dispose() => Directory.Delete(_data.Root, recursive: true);

    private ReceivedMessages Open() => new(_data, new PumpSignal());

    [Fact]
    public void What_was_acknowledged_is_there_after_a_restart_until_it_is_forgotten()
    {
        using (var received = Open())
        {
            received.Add(One, "trace");
            received.Add(Two, null);
        }

        using (var received = Open())
        {
            received.Peek().ShouldBe([new ReceivedMessage(One, "trace"), new ReceivedMessage(Two, null)]);
            received.Forget(2);
        }

        using var empty = Open();
        empty.Peek().ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_line_was_never_acknowledged_and_spoils_nothing()
    {
        using (var received = Open()) received.Add(One, null);
        File.AppendAllText(_data.PathOf("registry", "received.jsonl"), "{\"type\":\"Monit");

        using (var received = Open())
        {
            received.Peek().Select(message => message.Message).ShouldBe([One]);
            received.Add(Two, null);
        }

        using var again = Open();
        again.Peek().Select(message => message.Message).ShouldBe([One, Two]);
    }
}
