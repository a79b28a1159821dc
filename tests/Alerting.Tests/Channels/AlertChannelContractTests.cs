using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using MonitoringDemo.Alerting.Channels;

namespace MonitoringDemo.Alerting.Tests.Channels;

/// <summary>Runs over every channel that is found, and over the template of one: who adds one learns at once what it got wrong.</summary>
public sealed class AlertChannelContractTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Receiver _receiver = new();
    private AlertingHouse _house = null!;

    public static TheoryData<string> Names => [.. AlertingModule.ChannelTypes().Append(typeof(MyChannel)).Select(type => type.Name)];

    public async ValueTask InitializeAsync()
    {
        await _receiver.StartAsync();
        _house = await new AlertingHouse(_directory.Path, new MyChannel(NullLogger<MyChannel>.Instance), ("Alerting:Webhook:Url", _receiver.Url), ("Alerting:Alertmanager:Url", _receiver.Alertmanager)).StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _receiver.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public void Every_name_is_unique()
    {
        _house.Get<IEnumerable<IAlertChannel>>().Select(c => c.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_name_is_in_kebab_case_because_it_is_a_label(string type)
    {
        Regex.IsMatch(Channel(type).Name, "^[a-z][a-z0-9]*(-[a-z0-9]+)*$").ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_takes_raised_and_resolved(string type)
    {
        var channel = Channel(type);

        await channel.DeliverAsync(Notification("a:raised"), TestContext.Current.CancellationToken);
        await channel.DeliverAsync(Notification("a:resolved") with { Event = "resolved" }, TestContext.Current.CancellationToken);

        channel.IsEnabled.ShouldBeTrue("the test configures every channel");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_takes_any_text(string type)
    {
        var awkward = "Wer \"A\" sagt,\r\nmuss {B} sagen \\ \u2028 🎵 <script> \0";

        await Channel(type).DeliverAsync(Notification(awkward) with { Summary = awkward, UpdateId = awkward, Name = "" }, TestContext.Current.CancellationToken);
        await Channel(type).DeliverAsync(Notification("after"), TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_takes_the_same_key_twice(string type)
    {
        await Channel(type).DeliverAsync(Notification("twice"), TestContext.Current.CancellationToken);

        await Channel(type).DeliverAsync(Notification("twice"), TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_gives_up_when_it_is_cancelled(string type)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Channel(type).DeliverAsync(Notification("late"), cancelled.Token));
    }

    private IAlertChannel Channel(string type) => _house.Get<IEnumerable<IAlertChannel>>().Single(c => c.GetType().Name == type);

    internal static AlertNotification Notification(string key) => new(key, "raised", "hits-1/DataQualityBroken", "hits", "hits-1",
        "DataQualityBroken", "critical", "data-owner", 8100, "duration_ms is broken.", DateTimeOffset.UnixEpoch);
}
