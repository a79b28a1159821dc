namespace MonitoringDemo.Traffic.Scenarios.Two;

/// <summary>The truth about two scenarios at once, from that about each: what either asks for is asked for, and what both forbid is forbidden.</summary>
internal static class StackedManifest
{
    private const string Nothing = "none";

    /// <param name="id">What was typed.</param>
    /// <param name="first">Begins at the onset.</param>
    /// <param name="second">Happens on top of it.</param>
    /// <param name="after">Rows from the onset to the beginning of the second.</param>
    public static ScenarioManifest Of(string id, ScenarioManifest first, ScenarioManifest second, long after) => new()
    {
        Id = id,
        Title = $"{first.Title}, and {second.Title}",
        InShort = "Two at once",
        Group = ScenarioGroups.Two,
        Size = string.Join("; ", new[] { first.Size, second.Size }.Where(size => size.Length > 0)),
        WhatToLookFor = $"{first.WhatToLookFor} And: {second.WhatToLookFor}",
        RightResponse = second.RightResponse == Nothing ? first.RightResponse : second.RightResponse,
        Songs = Math.Max(first.Songs, first.Onset + after + second.Songs - second.Onset),
        WarmUp = first.WarmUp,
        Onset = first.Onset,
        Ramp = Math.Max(first.Ramp, after + second.Ramp),
        BreaksAfter = second.MendedAfter is null ? 0 : after,
        MendedAfter = second.MendedAfter is { } mended ? after + mended : first.MendedAfter,
        RequiredFindings = [.. first.RequiredFindings, .. second.RequiredFindings.Select(pattern => pattern with { After = after, Within = pattern.Within + after })],
        ForbiddenFindings = Forbidden(first, second),
        RequiredActions = [.. first.RequiredActions, .. second.RequiredActions.Select(action => action with { After = after, Within = action.Within + after })],
        ForbiddenActions = [.. first.ForbiddenActions.Intersect(second.ForbiddenActions)],
        MinPromotions = Math.Max(first.MinPromotions, second.MinPromotions),
        MaxPromotions = first.MaxPromotions + second.MaxPromotions,
        IsRunOnly = first.IsRunOnly || second.IsRunOnly,
        Budget = new()
        {
            OracleWithin = Later(first.Budget.OracleWithin, after + second.Budget.OracleWithin),
            OracleMargin = first.Budget.OracleMargin is { } margin ? Math.Max(margin, second.Budget.OracleMargin ?? 0) : second.Budget.OracleMargin,
            NoBrokenRowTrainedOn = first.Budget.NoBrokenRowTrainedOn || second.Budget.NoBrokenRowTrainedOn,
            OwnerAlerted = first.Budget.OwnerAlerted || second.Budget.OwnerAlerted,
        },
    };

    private static long? Later(long? one, long? other) => one is { } first && other is { } second ? Math.Max(first, second) : one ?? other;

    private static FindingPattern[] Forbidden(ScenarioManifest first, ScenarioManifest second)
    {
        var kinds = Kinds(first).Intersect(Kinds(second)).Except(first.RequiredFindings.Concat(second.RequiredFindings).SelectMany(pattern => pattern.Kinds)).ToList();
        return kinds.Count == 0 ? [] : [new(kinds)];
    }

    private static IEnumerable<string> Kinds(ScenarioManifest of) =>
        of.ForbiddenFindings.Where(pattern => pattern is { Feature: null, Detector: null }).SelectMany(pattern => pattern.Kinds);
}
