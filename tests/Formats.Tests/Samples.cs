using MonitoringDemo.Alerting.Deliver;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.ReadLog;
using MonitoringDemo.DriftDetection.TellIncidents;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Properties;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.LogStream.Merge;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic.Live;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Formats.Tests;

/// <summary>What the newest files hold: every member has a value, and nothing in it means anything.</summary>
internal static class Samples
{
    public static IReadOnlyList<EffectiveRound> Rounds { get; } = [new(0, 5, 1), new(5, 5, 3), new(96, 148, 19)];

    public static FeatureSchema Schema { get; } = new(
    [
        new Feature("tempo", FeatureKind.Numeric, []),
        new Feature("energy", FeatureKind.Numeric, [], Nullable: true),
        new Feature("key", FeatureKind.Categorical, ["0", "1", "2"], Nullable: true),
    ], "hit");

    public static IReadOnlyList<object> Received { get; } =
        [Up<FindingsReported>(1), Up<FindingsCleared>(2), Up<ModelLoaded>(3), Up<ModelLoadFailed>(4), Up<RetrainModel>(5), Up<RestoreModel>(6), Up<AcceptData>(7), Up<JudgeVersion>(19), Up<SetFreeze>(20), Up<RollBackRelease>(21), Up<RetireVersion>(22)];

    public static PendingErasure.Work Erasure { get; } = Up<PendingErasure.Work>(23);

    public static AppliedRelease Applied { get; } = Up<AppliedRelease>(8);

    public static FleetPicture Picture { get; } = Up<FleetPicture>(9);

    public static ForwardedPosition Forwarded { get; } = Up<ForwardedPosition>(10);

    public static ReplicaPosition Replica { get; } = Up<ReplicaPosition>(11);

    public static MergeState Merge { get; } = Up<MergeState>(12);

    public static AlertingState Alerting()
    {
        var state = new AlertingState
        {
            Alerts = [Up<Alert>(10), Up<Alert>(11)],
            EndedFirst = [Up<EarlyEnd>(12)],
            Deliveries = [Up<PendingDelivery>(13)],
            Stages = new Dictionary<string, string> { ["hits/3"] = ReleaseStages.Promoted },
            LoadedBeforeRelease = [Up<ModelLoaded>(14)],
            Loaded = new Dictionary<string, long> { ["hits"] = 3 },
            Refused = new Dictionary<string, long> { ["hits/hits-8012"] = 4 },
            RefusedBy = new Dictionary<string, IList<string>> { ["hits/hits-8012"] = ["inference-4711"] },
            NewestRow = new Dictionary<string, long> { ["hits"] = 8_100 },
        };
        state.Inbox.TryAdd(new Guid(1, 2, 3, new byte[8]));
        state.Outbox.Add(Up<AlertRaised>(15), "alert-1");
        return state;
    }

    public static DriftState Drift()
    {
        var state = new DriftState
        {
            NextOrdinal = 7,
            Monitor = Monitor().Save().Bytes,
            Incidents = new ToldIncidents { OpenFindings = { ["f-1"] = Up<ToldFinding>(16) }, NewestOnset = 8_012 },
        };
        state.Outbox.Add(Up<FindingsReported>(17), "hits-8012-1");
        return state;
    }

    public static TrafficState Traffic()
    {
        var state = new TrafficState
        {
            Seed = ulong.MaxValue,
            WarmUp = 5_000,
            HistoryNext = 5_000,
            NextRow = 8_100,
            InFlight = 4,
            OutcomesNext = 8_000,
            Acknowledged = [new AcknowledgedRows(8_000, 8_003, 100)],
            Pace = 12.5,
            WorldTold = new WorldTold(1987, true),
            Eras = [new SavedEra(0, "sixty-years", WorldState.Steady, true), new SavedEra(8_012, "taste-flip", new WorldState(1987.25, false), false) { IsSecret = true }],
            Announcements = 9,
        };
        state.Inbox.TryAdd(new Guid(4, 5, 6, new byte[8]));
        state.Outbox.Add(Up<Messages.Traffic.WorldChanged>(18), "world-9");
        return state;
    }

    public static TeamList Teams { get; } = new([new TeamPass("reds", "ABCD2345"), new TeamPass("team-02", "WXYZ6789")]);

    public static MysteryCase Mystery { get; } =
        new("0a1b2c3d4e5f", "reds", 18_446_744_073_709_551_615, "unit-change", 6_001, 1_234)
        {
            OnsetRow = 7_240,
            RevealedAtRow = 9_999,
            IsVoid = true,
            Answers = [new GivenAnswer(8_001, new MysteryAnswer(7_200, "broken-data", ["duration_ms"], false, "quarantine"))],
            Lines = [new MysteryLine(7_300, MysteryDeeds.Team, MysteryDeeds.Retrain, "Ordered a training: to see.", "hits-manual-1-1")],
        };

    /// <summary>Rows with labels that depend on the first feature.</summary>
    public static DataSet Rows(int count)
    {
        var (random, values, labels) = (new SplitMix64(3), new List<double>(), new List<byte>());
        for (var row = 0; row < count; row++)
        {
            var tempo = 60 + (120 * random.NextDouble());
            values.AddRange(tempo, row % 9 == 0 ? double.NaN : random.NextDouble(), random.NextInt(3));
            labels.Add(tempo + (30 * random.NextDouble()) > 130 ? (byte)1 : (byte)0);
        }

        return new DataSet(Schema, [.. values], [.. labels], [.. Enumerable.Range(0, count).Select(row => (long)row)]);
    }

    private static ModelMonitor Monitor()
    {
        var (monitor, rows) = (new ModelMonitor(Schema), Rows(300));
        double[] scores = [.. rows.Labels.ToArray().Select(label => label == 1 ? 0.8 : 0.3)];
        monitor.AddHistory(0, rows.Values[..600]);
        monitor.ChangeModel(200, 1, 0, 200, [0.6, 0.3, 0.1]);
        monitor.AddPredictions(200, rows.Values[600..], scores.AsSpan(200), scores.AsSpan(200), 1);
        monitor.AddOutcomes([.. Enumerable.Range(200, 50).Select(row => (long)row)], rows.Labels[200..250]);
        return monitor;
    }

    private static T Up<T>(int seed) => (T)Made.Up(typeof(T), seed);
}
