using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Retraining.Tests.People;

/// <summary>Ana and Ben may approve, Olga works the fleet; and what each of them says.</summary>
internal static class Persons
{
    private static int s_requests;

    public static Action<IServiceCollection> Known { get; } = services =>
    {
        var people = PeopleText.Write([Of("ana", PersonRole.Approver), Of("ben", PersonRole.Admin), Of("olga", PersonRole.Operator)]);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(Roster.Variable, people), new(AccessToken.Variable, "shared")]).Build();
        services.AddSingleton(new Roster(settings, new AccessToken(settings)));
    };

    public static JudgeVersion Approves(string by, int version, string? id = null) => new("hits", id ?? Next("approve"), version, true, by, "Its card was read.");

    public static JudgeVersion Refuses(string by, int version) => new("hits", Next("refuse"), version, false, by, "It leans on one feature.");

    public static SetFreeze Freezes(string by, DateTimeOffset? until = null) => new("hits", Next("freeze"), true, by, "Release week.", until);

    public static SetFreeze Unfreezes(string by) => new("hits", Next("unfreeze"), false, by, "It is over.");

    public static RollBackRelease TakesBack(string by, int? version = null, int? to = null) => new("hits", Next("roll-back"), by, "Complaints.", version, to);

    /// <summary>A world that flipped at row 3,000, and flips back at 8,000, and a candidate that a person ordered and that passed every gate.</summary>
    public static async Task<Fleet> OrderedAsync(string askedBy, params (string Key, string Value)[] settings)
    {
        var fleet = await Fleet.StartAsync(
            new World(9) { Weights = row => row < 3_000 || row >= 8_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] }, stores: Known,
            settings: [("DisabledResponses:0", DecisionActions.Replace), ("ShadowAlpha", "1e-12"), .. settings]);
        await fleet.ServeAsync(3_500);
        fleet.Receive(new RetrainModel("hits", "hits-ordered", askedBy, "to see", null));
        await fleet.DrainAsync();
        return fleet;
    }

    private static Person Of(string name, PersonRole role) => new(name, role, Roster.HashOf(name + "'s token"));

    private static string Next(string what) => $"hits-{what}-{Interlocked.Increment(ref s_requests)}";
}
