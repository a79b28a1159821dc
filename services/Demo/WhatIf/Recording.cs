using MonitoringDemo.DriftDetection;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>A data directory in which a fleet has worked, with everything that playing it again needs.</summary>
/// <param name="Data">The directory.</param>
/// <param name="Log">Its rows, outcomes and changes of what serves, in order.</param>
/// <param name="Journal">What retraining did, in which round.</param>
/// <param name="Detected">The rounds in which drift detection told something.</param>
/// <param name="Settings">What the fleet was set to.</param>
internal sealed record Recording(DataDirectory Data, IInferenceLog Log, RecordedJournal Journal, IReadOnlyList<EffectiveRound> Detected, IReadOnlyDictionary<string, string?> Settings)
{
    /// <exception cref="RecordingException">It cannot be played again; the message says why, and what helps.</exception>
    public static Recording Open(string directory)
    {
        var data = new DataDirectory(directory);
        var settings = RecordedSettings.Read(directory);
        if (settings.GetValueOrDefault(ModelSlot.ServedSetting) == "elsewhere")
            throw new RecordingException("its model was served elsewhere: what that system would have answered otherwise is not known here. Only fleets that serve their own model can be played again");
        var journal = RecordedJournal.Read(data);
        var (begins, detected) = RoundTrail.Read(DriftDetectionModule.RoundsFile(data));
        if (begins != 1)
            throw new RecordingException($"drift detection was started {begins} times in it, and its rounds are known of one start only. Start a demo with --fresh, and let the incident happen in one go");
        var log = Stores.Log(data);
        using var reader = log.OpenReader(0, TruncatedReads.Skip);
        if (!reader.TryRead(out var first)) throw new RecordingException("its inference log is empty");
        if (first.Ordinal != 0)
            throw new RecordingException($"retention has deleted the first {first.AtRow:N0} rows of its log, and what was decided rests on them. Record with a larger Inference:RetainBytes");
        return new Recording(data, log, journal, detected, settings);
    }
}
