using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Inference.Explain;

/// <summary><c>?explain=true</c>: the caller wants to know why; <c>?topK=3</c>: how probable the classes are. Predictions take no other query parameter.</summary>
internal static class ExplainParameter
{
    public const string Name = "explain";
    public const string Classes = "topK";

    /// <returns>The refusal, or null.</returns>
    /// <param name="request">Its query is read.</param>
    /// <param name="task">Which classes there are; null while nothing is served.</param>
    /// <param name="explain">Whether to say why.</param>
    /// <param name="topK">How many classes to tell the probability of; 0 for none.</param>
    public static ProblemHttpResult? Read(HttpRequest request, ITask? task, out bool explain, out int topK)
    {
        (explain, topK) = (false, 0);
        // Nearly every request has no query at all, and pays nothing here.
        if (!request.QueryString.HasValue) return null;
        if (Unknown(request.Query) is { Any: true } unknown) return Problems.Invalid(unknown);
        if (request.Query.TryGetValue(Classes, out var most) && !(most.Count == 1 && int.TryParse(most[0], NumberStyles.None, CultureInfo.InvariantCulture, out topK) && topK >= 1 && topK <= task?.Classes && task.Classes > 2))
        {
            return Problems.Invalid(Classes, task is { Classes: 2 }
                ? "is for more than two classes: of two the score says all. Leave it out."
                : FormattableString.Invariant($"must be a whole number from 1 to {task?.Classes ?? ClassAnswer.MostClasses}, the number of classes, given once."));
        }

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
        foreach (var name in query.Keys.Where(name => !name.Equals(Name, StringComparison.OrdinalIgnoreCase) && !name.Equals(Classes, StringComparison.OrdinalIgnoreCase)))
            errors.Add(name.Length == 0 ? "query" : name, $"is no query parameter of this endpoint: send '{Name}' ('true' or 'false') or none.");
        return errors;
    }

    private static string Shown(string value) => value.Length > 40 ? value[..40] + "…" : value;
}
