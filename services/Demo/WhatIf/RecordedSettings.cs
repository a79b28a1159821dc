using System.Text.Json;
using MonitoringDemo.Alerting;
using MonitoringDemo.DriftDetection;
using MonitoringDemo.Inference;
using MonitoringDemo.Retraining;
using MonitoringDemo.Retraining.Rewind;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>What a fleet was set to, in a file of its data directory, so that what it did can be played again with the same.</summary>
internal static class RecordedSettings
{
    private const string FileName = "settings.json";

    private static readonly string[] Sections = ["Model", DriftDetectionOptions.Section, RetrainingModule.Section, InferenceOptions.Section, AlertingOptions.Section];
    // Where others answer, and with which secrets: no part of what was decided.
    private static readonly string[] NotKept = [$"{InferenceOptions.Section}:RegistryUrl", $"{AlertingOptions.Section}:Webhook", $"{AlertingOptions.Section}:Alertmanager"];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>What is set in the sections on which decisions depend.</summary>
    public static IReadOnlyDictionary<string, string?> Of(IConfiguration configuration) => new SortedDictionary<string, string?>(
        configuration.AsEnumerable().Where(setting => setting.Value is not null && IsKept(setting.Key)).ToDictionary(), StringComparer.OrdinalIgnoreCase);

    public static void Write(string directory, IConfiguration configuration)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, FileName), JsonSerializer.Serialize(Of(configuration), Json));
    }

    /// <exception cref="RecordingException">They are not there, or cannot be read.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            throw new RecordingException($"it has no {FileName}: it is no data directory of a demo or of 'run', or of a version before that was kept. Record it anew with 'run SCENARIO --data DIR', or start a demo with --fresh");
        try
        {
            var settings = JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllText(path)) ?? [];
            return new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);
        }
        catch (JsonException e)
        {
            throw new RecordingException($"'{path}' is no list of settings: {e.Message.TrimEnd('.')}. Restore it, or record anew", e);
        }
    }

    private static bool IsKept(string key) =>
        Sections.Any(section => IsIn(key, section)) && !NotKept.Any(section => IsIn(key, section));

    private static bool IsIn(string key, string section) => key.StartsWith(section, StringComparison.OrdinalIgnoreCase) && (key.Length == section.Length || key[section.Length] == ':');
}
