using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Scenarios.Own;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Tests.Scenarios;

/// <summary>What every scenario promises, those of a workshop team too, and the template of one.</summary>
public sealed class ScenarioContractTests
{
    private const int Seed = 5;
    private const int Probe = 400;

    private static readonly int Columns = SongSchema.Instance.Count;

    private static readonly IScenario[] All = [.. ScenarioCatalog.All, new MyScenario()];

    public static TheoryData<string> Ids => [.. All.Select(scenario => scenario.Manifest.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_manifest_is_complete(string id)
    {
        var manifest = Get(id).Manifest;
        string[] responses = ["none", .. DecisionActions.All];

        manifest.Id.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
        manifest.Title.ShouldNotBeNullOrWhiteSpace();
        manifest.InShort.Length.ShouldBeInRange(10, 26, "it stands on the button");
        manifest.WhatToLookFor.Length.ShouldBeGreaterThan(40);
        ScenarioGroups.All.ShouldContain(manifest.Group);
        manifest.Size.ShouldNotEndWith(".");
        responses.ShouldContain(manifest.RightResponse);
        manifest.WarmUp.ShouldBePositive();
        manifest.Onset.ShouldBeGreaterThanOrEqualTo(manifest.WarmUp);
        manifest.Songs.ShouldBeGreaterThan(manifest.Onset + manifest.Ramp - 1);
        (manifest.MendRow ?? manifest.Onset + 1).ShouldBeInRange(manifest.Onset + 1, manifest.Songs - 1);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_manifest_does_not_contradict_itself(string id)
    {
        var manifest = Get(id).Manifest;
        var named = manifest.RequiredActions.Select(action => action.Action).Concat(manifest.ForbiddenActions).Concat(manifest.ActionLimits.Select(limit => limit.Action));
        var patterns = manifest.RequiredFindings.Concat(manifest.ForbiddenFindings).ToList();

        named.ShouldBeSubsetOf(DecisionActions.All);
        patterns.SelectMany(pattern => pattern.Kinds).ShouldBeSubsetOf(FindingKinds.All);
        patterns.ShouldAllBe(pattern => pattern.Kinds.Count > 0 && (pattern.Feature == null || SongSchema.Instance.IndexOf(pattern.Feature) >= 0));
        manifest.RequiredActions.Select(action => action.Action).Intersect(manifest.ForbiddenActions).ShouldBeEmpty();
        manifest.ForbiddenActions.ShouldNotContain(manifest.RightResponse);
        (manifest.MaxPromotions ?? int.MaxValue).ShouldBeGreaterThanOrEqualTo(manifest.MinPromotions);
        (manifest.Budget.NormalWithinOfMend is null || manifest.MendedAfter is not null).ShouldBeTrue("normal within a mend needs a mend");
        manifest.IsRunOnly.ShouldBe(Get(id).Settings.Count + Get(id).Deployed.Count > 0, "what sets or deploys the fleet needs a run of its own");
        (manifest.Budget.OracleMargin is null).ShouldBe(manifest.Budget.OracleWithin is null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_same_seed_gives_the_same_songs_from_any_row_on_any_thread(string id)
    {
        var onset = Get(id).Manifest.Onset;
        var (features, labels) = Read(World(id), onset - 100, Probe);

        var again = new (double[] Features, byte[] Labels)[4];
        Parallel.For(0, again.Length, i => again[i] = Read(World(id), onset - 100 + (i * 10), Probe - (i * 10)));

        for (var i = 0; i < again.Length; i++)
        {
            again[i].Features.ShouldBe(features[(i * 10 * Columns)..]);
            again[i].Labels.ShouldBe(labels[(i * 10)..]);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_changes_before_the_onset(string id)
    {
        var onset = Get(id).Manifest.Onset;

        var (features, labels) = Read(World(id), onset - Probe, Probe);
        var (steadyFeatures, steadyLabels) = Read(World("steady"), onset - Probe, Probe);

        features.ShouldBe(steadyFeatures);
        labels.ShouldBe(steadyLabels);
        Tells(id, onset - Probe).ShouldBe(Tells("steady", onset - Probe));
        Enumerable.Range(0, Probe).ShouldAllBe(i => World(id).AddedTo(onset - Probe + i) == null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Something_changes_from_the_onset_on(string id)
    {
        var scenario = Get(id);
        var row = scenario.Manifest.Onset + scenario.Manifest.Ramp;
        var from = Math.Min(row, scenario.Manifest.Songs - Probe);

        var world = Read(World(id), from, Probe);
        var steady = Read(World("steady"), from, Probe);
        var differs = !world.Features.SequenceEqual(steady.Features) || !world.Labels.SequenceEqual(steady.Labels) || Tells(id, from) != Tells("steady", from);
        var commands = scenario.CommandsAtOnset("hits", scenario.Manifest.Onset);

        var adds = Enumerable.Range(0, Probe).Any(i => World(id).AddedTo(from + i) is not null);

        (differs || adds || commands.Count > 0 || scenario.Deployed.Count > 0).ShouldBe(id != "steady");
        commands.ShouldAllBe(command => command.Model == "hits" && command.UpdateId.EndsWith($"-{scenario.Manifest.Onset}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_ends(string id)
    {
        var manifest = Get(id).Manifest;
        var world = World(id);
        var after = Math.Max(manifest.MendRow ?? 0, manifest.Onset + manifest.Ramp);

        var state = Get(id).StateAt(WorldState.Steady, after - manifest.Onset);
        var later = Get(id).StateAt(WorldState.Steady, after - manifest.Onset + 1_000_000);

        world.Rows.ShouldBe(manifest.Songs);
        later.ShouldBe(state, "once the ramp is over the world stands still");
        if (manifest.MendRow is { } mended && manifest.Group != ScenarioGroups.Two)
            Read(world, mended, Probe).Features.ShouldBe(Read(World("steady"), mended, Probe).Features);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Songs_for_an_oracle_are_of_the_new_world_and_not_in_the_stream(string id)
    {
        var onset = Get(id).Manifest.Onset;
        var world = World(id);

        var sample = world.Sample(1_000, Probe);

        sample.Count.ShouldBe(Probe);
        sample.Values.ToArray().ShouldNotBe(Read(world, onset, Probe).Features);
        sample.Values.ToArray().ShouldBe(world.Sample(1_000, Probe).Values.ToArray());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Another_number_of_songs_keeps_the_rest(string id)
    {
        var manifest = Get(id).Manifest;

        var longer = manifest.WithSongs(200_000);

        longer.ShouldBe(manifest with { Songs = 200_000 });
        Should.Throw<ArgumentOutOfRangeException>(() => manifest.WithSongs(manifest.Onset)).Message.ShouldContain($"{manifest.Onset + 1}");
    }

    /// <summary>What is told of songs beside themselves: when they happened, and what is reported of them when.</summary>
    private static string Tells(string id, long from)
    {
        var world = World(id);
        return string.Join(' ', Enumerable.Range(0, Probe).Select(i => from + i).Select(row =>
            $"{world.EventTimeOf(row)} {world.ReportedLabel(row, 0)}{world.ReportedLabel(row, 1)} {world.Outcomes.RowsAfter(row, 0)} {world.Outcomes.RowsAfter(row, 1)}"));
    }

    private static IScenario Get(string id) => All.Single(scenario => scenario.Manifest.Id == id);

    private static SongWorld World(string id) => SongWorld.Of(Get(id), Get(id).Manifest, Seed);

    private static (double[] Features, byte[] Labels) Read(SongWorld world, long from, int rows)
    {
        var features = new double[rows * Columns];
        var labels = new byte[rows];
        world.Generate(from, features, labels);
        return (features, labels);
    }
}
