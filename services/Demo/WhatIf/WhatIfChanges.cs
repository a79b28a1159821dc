using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Plan;
using MonitoringDemo.DriftDetection;
using MonitoringDemo.Retraining;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>What is to be other than it was, as settings of the fleet.</summary>
/// <param name="Settings">By their configuration key.</param>
/// <param name="Words">Each in a few words.</param>
internal sealed record WhatIfChanges(IReadOnlyDictionary<string, string?> Settings, IReadOnlyList<string> Words)
{
    // A detector that is added speaks on the champion's errors, as sequential detectors do; a false alarm in so many rows is the least that lets it cause decisions.
    private const string RowsToFalseAlarm = "10000";

    private static readonly string[] Kinds = ["gate", "detector", "policy"];

    /// <param name="recorded">What the fleet was set to.</param>
    /// <param name="set">Settings, KEY=VALUE each.</param>
    /// <param name="without">Parts to leave out, gate:NAME, detector:NAME or policy:NAME each.</param>
    /// <param name="detectors">Detectors and tests to watch beside the fleet's own.</param>
    /// <exception cref="UnusableInputException">One of them does not exist; the message lists what does.</exception>
    public static WhatIfChanges Of(IReadOnlyDictionary<string, string?> recorded, IEnumerable<string> set, IEnumerable<string> without, IEnumerable<string> detectors)
    {
        var (settings, words) = (new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase), new List<string>());
        foreach (var change in set) words.Add(Set(change, settings));
        foreach (var part in without) words.Add(LeaveOut(part, recorded, settings));
        foreach (var detector in detectors) words.Add(Add(detector, recorded, settings));
        return new WhatIfChanges(settings, words);
    }

    private static string Set(string change, Dictionary<string, string?> settings)
    {
        if (change.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at))
            throw new UnusableInputException($"--set {change}: write KEY=VALUE, for instance Retraining:LeastDrop=0.05.");
        var (key, value) = (change[..at].Replace("__", ":", StringComparison.Ordinal), change[(at + 1)..]);
        if (!SettingKeys.IsKnown(key))
            throw new UnusableInputException($"--set {change}: there is no setting '{key}'; the nearest are {string.Join(", ", SettingKeys.Like(key))}. 'whatif --list' shows all.");
        settings[key] = value;
        return $"{key} = {value}";
    }

    private static string LeaveOut(string part, IReadOnlyDictionary<string, string?> recorded, Dictionary<string, string?> settings)
    {
        var at = part.IndexOf(':', StringComparison.Ordinal);
        var (kind, name) = at < 0 ? ("", part) : (part[..at], part[(at + 1)..]);
        var (known, list) = kind switch
        {
            "gate" => (PolicyParts.Gates, $"{RetrainingModule.Section}:{nameof(PolicyOptions.DisabledResponses)}"),
            "policy" => (PolicyParts.Rows.Select(row => row.Name).ToList(), $"{RetrainingModule.Section}:{nameof(PolicyOptions.DisabledRows)}"),
            "detector" => (DetectorsOf(recorded), $"{DriftDetectionOptions.Section}:{nameof(DriftDetectionOptions.DisabledDetectors)}"),
            _ => throw new UnusableInputException($"--without {part}: write one of {string.Join(", ", Kinds.Select(each => $"{each}:NAME"))}; 'whatif --list' shows the names."),
        };
        if (!known.Contains(name, StringComparer.Ordinal))
            throw new UnusableInputException($"--without {part}: there is no {kind} '{name}'; there are {string.Join(", ", known)}.");
        settings[NextOf(list, recorded, settings)] = name;
        return $"without the {(kind == "policy" ? "policy row" : kind)} {name}";
    }

    private static string Add(string detector, IReadOnlyDictionary<string, string?> recorded, Dictionary<string, string?> settings)
    {
        var known = new TestCatalog().Names;
        if (!known.Contains(detector, StringComparer.Ordinal))
            throw new UnusableInputException($"--detector {detector}: there is none of this name; there are {string.Join(", ", known)}.");
        var entry = NextOf($"{DriftDetectionOptions.Section}:Monitor:Tests", recorded, settings, $":{nameof(PlannedTest.Test)}");
        settings[$"{entry}:{nameof(PlannedTest.Test)}"] = detector;
        var isSequential = new TestCatalog().Detector(detector) is not null;
        settings[$"{entry}:{nameof(PlannedTest.On)}"] = isSequential ? PlannedTest.Error : PlannedTest.EveryFeature;
        settings[$"{entry}:{nameof(PlannedTest.RowsToFalseAlarm)}"] = RowsToFalseAlarm;
        return $"with {detector} beside the fleet's own, on {(isSequential ? "the champion's errors" : "every feature it suits")}";
    }

    /// <summary>What findings of a fleet with these settings may come from.</summary>
    public static IReadOnlyList<string> DetectorsOf(IReadOnlyDictionary<string, string?> recorded)
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection(recorded).Build().GetSection(DriftDetectionOptions.Section).Get<DriftDetectionOptions>() ?? new DriftDetectionOptions();
        return DriftDetectionModule.DetectorNames(options);
    }

    /// <summary>The first free place of a list of settings.</summary>
    private static string NextOf(string list, IReadOnlyDictionary<string, string?> recorded, Dictionary<string, string?> settings, string part = "")
    {
        for (var i = 0; ; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{list}:{i}");
            if (!recorded.ContainsKey(key + part) && !settings.ContainsKey(key + part)) return key;
        }
    }
}
