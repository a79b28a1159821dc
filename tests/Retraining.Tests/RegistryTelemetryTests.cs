using System.Diagnostics.Metrics;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Tests;

public sealed class RegistryTelemetryTests
{
    [Fact]
    public async Task Gates_experiments_hold_out_scores_and_the_reader_are_measured()
    {
        await using var fleet = await Fleet.StartAsync(new World(30), settings: ("AllowDrills", "true"));
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener();
        var scope = fleet.Get<IMeterFactory>();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == RetrainingTelemetry.Name && ReferenceEquals(instrument.Meter.Scope, scope)) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, tags, instrument.IsObservable ? value : seen.GetValueOrDefault(Name(instrument, tags)) + value));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, tags, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, tags, value));
        listener.Start();
        _ = fleet.Get<RetrainingTelemetry>();

        await fleet.ServeAsync(2_000);
        fleet.Receive(new RetrainModel("hits", "manual", "a person", "a drill", "shuffled-labels"));
        await fleet.DrainAsync();
        listener.RecordObservableInstruments();

        seen["mlops_gate_results hits quality failed"].ShouldBe(1);
        seen["mlops_decisions hits reject quality"].ShouldBe(1);
        seen["mlops_decisions hits retrain a person asks to retrain or to restore"].ShouldBe(1);
        seen.Where(each => each.Key.StartsWith("mlops_experiments hits shuffled-labels", StringComparison.Ordinal)).Sum(each => each.Value).ShouldBeGreaterThan(0);
        seen["mlops_model_holdout_score hits all accuracy"].ShouldBe(fleet.State.Champion!.Metrics[0].Accuracy);
        seen["mlops_model_holdout_score hits all brier"].ShouldBeInRange(0, 0.25);
        seen["mlops_quarantines_open hits"].ShouldBe(0);
        seen["mlops_model_rolled_back_timestamp_seconds hits"].ShouldBe(0);
        seen["mlops_inference_log_offset hits retraining"].ShouldBeGreaterThan(0);

        void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags, double value) => seen[Name(instrument, tags)] = value;
    }

    [Theory]
    [InlineData("rejected", "quality: worse on 1,000 rows: by 0.01", "quality")]
    [InlineData("rejected", "no gate was asked", null)]
    [InlineData("failed", "enough-rows: 12", null)]
    public void The_gate_that_refused_a_try_that_nobody_asked_for_is_known(string outcome, string reason, string? gate)
    {
        var ended = new TrainingEnded("hits-8000", "performance", outcome, reason, []);

        var refusedBy = ended.RefusedBy;

        refusedBy.ShouldBe(gate);
    }

    private static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}";
}
