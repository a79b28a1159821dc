using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Inference.Requests;

namespace MonitoringDemo.Inference.Explain;

/// <summary><c>?explain=true</c>: the caller wants to know why. Predictions take no other query parameter.</summary>
internal static class ExplainParameter
{
    public const string Name = "explain";

    /// <returns>The refusal, or null.</returns>
    public static ProblemHttpResult? Read(HttpRequest request, out bool explain)
    {
        explain = false;
        // Nearly every request has no query at all, and pays nothing here.
        if (!request.QueryString.HasValue) return null;
        if (Unknown(request.Query) is { Any: true } unknown) return Problems.Invalid(unknown);
        if (!request.Query.TryGetValue(Name, out var given)) return null;
        if (given.Count == 1 && bool.TryParse(given[0], out explain)) return null;

        return Problems.Invalid(Name, given.Count == 1
            ? $"must be 'true' or 'false'; it is '{Shown(given[0] ?? "")}'. Leave it out when you do not need it."
            : "occurs more than once: send it once, 'true' or 'false'.");
    }

    // A misspelt parameter that is passed over looks like one that was obeyed.
    private static RequestErrors Unknown(IQueryCollection query)
    {
        var errors = new RequestErrors();
        foreach (var name in query.Keys.Where(name => !name.Equals(Name, StringComparison.OrdinalIgnoreCase)))
            errors.Add(name.Length == 0 ? "query" : name, $"is no query parameter of this endpoint: send '{Name}' ('true' or 'false') or none.");
        return errors;
    }

    private static string Shown(string value) => value.Length > 40 ? value[..40] + "…" : value;
}
