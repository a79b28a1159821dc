using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Inference.Tests.Retire;

public sealed class RetirementNoticeTests
{
    private static readonly DateTimeOffset s_since = new(2026, 2, 6, 17, 0, 0, TimeSpan.Zero);

    private static async Task TellAsync(InferenceHouse house, long sequence, int version, string stage, string model = "hits")
    {
        await house.Services.GetRequiredService<IMessageBus>().PublishAsync(
            new VersionRetired(model, $"retire-{sequence}", sequence, 10, version, stage, s_since, "Old.", "ana", stage == VersionStages.Deprecated ? s_since.AddDays(30) : null),
            $"{model}-retired-{sequence}", TestContext.Current.CancellationToken);
        await house.Services.GetRequiredService<BusActivity>().QuietAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(string? Deprecation, string? Sunset)> HeadersAsync(InferenceHouse house, string? path = null)
    {
        using var answer = path is null ? await house.PostAsync("/v1/predictions", SongWorld.Request(1, out _)) : await house.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (Of("Deprecation"), Of("Sunset"));
        string? Of(string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
    }

    [Fact]
    public async Task Callers_of_a_deprecated_version_are_told_so_and_those_of_another_are_not()
    {
        await using var house = await InferenceHouse.ServingAsync();
        var before = await HeadersAsync(house);
        await TellAsync(house, 2, 1, VersionStages.Deprecated);
        await TellAsync(house, 1, 1, VersionStages.Active);
        await TellAsync(house, 3, 1, VersionStages.Active, model: "another");

        var (deprecated, described) = (await HeadersAsync(house), await HeadersAsync(house, "/v1/model"));
        await house.ReleaseAsync(2, house.Register(2, SongWorld.Model(2)));
        var other = await HeadersAsync(house);
        await house.ReleaseAsync(3, house.Register(1, SongWorld.Model(1)));
        await TellAsync(house, 4, 1, VersionStages.Active);
        var back = await HeadersAsync(house);

        deprecated.ShouldBe(("@1770397200", "Sun, 08 Mar 2026 17:00:00 GMT"));
        described.ShouldBe(deprecated);
        (before, other, back).ShouldBe(((null, null), (null, null), (null, null)));
    }
}
