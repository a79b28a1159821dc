using System.Globalization;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What findings of one kind say together.</summary>
internal static class FindingWords
{
    private const int NamedInTitle = 2;

    public static FeedEntry Of(string kind, string updateId, string id, IReadOnlyList<FoundShown> found)
    {
        var features = found.Select(f => f.Feature).OfType<string>().Distinct().ToList();
        var isDrift = kind == FindingKinds.DataDrift;
        return Ended(found, new FeedEntry(
            id, found.Min(f => f.Row), FeedKinds.Finding, Title(kind, features), isDrift ? Drift(features, found) : Summaries(found), updateId,
            kind is FindingKinds.DataQuality or FindingKinds.RealisedPerformance ? "critical" : "warning")
        {
            Topic = kind,
            Detail = isDrift ? Summaries(found) : null,
        });
    }

    /// <summary>It is over when the last of them is.</summary>
    public static FeedEntry Ended(IReadOnlyList<FoundShown> found, FeedEntry entry) => entry with
    {
        Found = found,
        EndedAtRow = found.All(f => f.EndedAtRow is not null) ? found.Max(f => f.EndedAtRow) : null,
    };

    private static string Title(string kind, List<string> features)
    {
        var what = kind switch
        {
            FindingKinds.DataQuality => "Broken data",
            FindingKinds.DataDrift => features.Count == 0 ? "The model's scores moved" : "Inputs moved",
            FindingKinds.RealisedPerformance => "Accuracy fell",
            FindingKinds.LabelFlow => "Outcomes stopped",
            FindingKinds.Staleness => "The model is old",
            _ => kind,
        };
        return features.Count switch
        {
            0 => what,
            <= NamedInTitle + 1 => $"{what}: {string.Join(", ", features)}",
            var many => string.Create(CultureInfo.InvariantCulture, $"{what}: {string.Join(", ", features.Take(NamedInTitle))} and {many - NamedInTitle} more"),
        };
    }

    private static string Drift(List<string> features, IReadOnlyList<FoundShown> found)
    {
        var since = string.Create(CultureInfo.InvariantCulture, $"since about song {found.Min(f => f.Onset):N0}");
        var score = found.Any(f => f.Feature is null) ? "The model's scores are unlike its first ones." : "";
        var inputs = features.Count switch
        {
            0 => "",
            1 => $"{features[0]} is unlike the songs that the model learned from, {since}.",
            var many => string.Create(CultureInfo.InvariantCulture, $"{many} inputs are unlike the songs that the model learned from, {since}: {string.Join(", ", features)}."),
        };
        return $"{inputs} {score}".Trim();
    }

    private static string Summaries(IReadOnlyList<FoundShown> found) => string.Join(" ", found.Select(f => f.Summary).Distinct());
}
