using System.Collections;
using System.Reflection;
using MonitoringDemo.Alerting;
using MonitoringDemo.DriftDetection;
using MonitoringDemo.Retraining;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>The keys of all settings that a what-if may change: those of detection, decision, training, release and alerting.</summary>
internal static class SettingKeys
{
    /// <summary>Each key; that of a list ends with a colon, and a number and, for parts of an entry, a name follow.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. RetrainingModule.Settings.Append((DriftDetectionOptions.Section, typeof(DriftDetectionOptions))).Append((AlertingOptions.Section, typeof(AlertingOptions)))
            .SelectMany(each => Of(each.Item2, each.Item1)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];

    public static bool IsKnown(string key) =>
        All.Any(known => known.EndsWith(':') ? key.StartsWith(known, StringComparison.OrdinalIgnoreCase) && key.Length > known.Length : string.Equals(key, known, StringComparison.OrdinalIgnoreCase));

    /// <summary>The known keys that are most like one that is not: of the same section, by what their names have in common.</summary>
    public static IReadOnlyList<string> Like(string key)
    {
        var name = key[(key.LastIndexOf(':') + 1)..];
        return [.. All.OrderByDescending(known => Common(known.TrimEnd(':'), name)).ThenBy(known => known, StringComparer.OrdinalIgnoreCase).Take(5)];
    }

    private static IEnumerable<string> Of(Type options, string section)
    {
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            var (type, key) = (property.PropertyType, $"{section}:{property.Name}");
            if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type)) yield return $"{key}:";
            else if (!property.CanWrite && !IsOfOurs(type)) continue;
            else if (IsOfOurs(type)) foreach (var inner in Of(type, key)) yield return inner;
            else yield return key;
        }
    }

    private static bool IsOfOurs(Type type) => type is { IsClass: true } && type.Namespace?.StartsWith("MonitoringDemo", StringComparison.Ordinal) == true;

    private static int Common(string known, string name)
    {
        var of = known[(known.LastIndexOf(':') + 1)..];
        return Enumerable.Range(0, Math.Max(0, name.Length - 2)).Count(i => of.Contains(name.Substring(i, 3), StringComparison.OrdinalIgnoreCase));
    }
}
