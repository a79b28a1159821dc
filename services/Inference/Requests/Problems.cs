using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Inference.Requests;

/// <summary>Refusals as RFC 9457 problem details: each names the field and the mend.</summary>
internal static class Problems
{
    private const string Untouched = "Nothing was stored.";

    public static ProblemHttpResult Invalid(RequestErrors errors)
    {
        var (path, messages) = errors.ByPath.First();
        var more = errors.ByPath.Count == 1 ? "" : errors.IsFull ? " There are many more errors." : $" {errors.ByPath.Count - 1} more in 'errors'.";
        var (status, title) = errors.IsTooMuch
            ? (StatusCodes.Status413PayloadTooLarge, "The request holds too much at once.")
            : (StatusCodes.Status400BadRequest, "The request is not valid.");
        return Create(status, title, $"{path}: {messages[0]}{more} {Untouched}", errors.ByPath);
    }

    public static ProblemHttpResult Invalid(string path, string message)
    {
        var errors = new RequestErrors();
        errors.Add(path, message);
        return Invalid(errors);
    }

    public static ProblemHttpResult NotJson(string? contentType)
        => Create(StatusCodes.Status415UnsupportedMediaType, "The body must be JSON.", $"Send UTF-8 JSON with the header 'Content-Type: application/json'. {Untouched}", Errors("Content-Type", $"is '{contentType}'."));

    /// <summary>Says what is taken, as RFC 9110 (12.5.3) has it.</summary>
    public static ProblemHttpResult Packed(HttpContext context, string encoding)
    {
        context.Response.Headers.AcceptEncoding = "identity";
        return Create(StatusCodes.Status415UnsupportedMediaType, "The body must not be packed.", $"Send it as it is, without the header 'Content-Encoding'. {Untouched}", Errors("Content-Encoding", $"is '{encoding}'."));
    }

    public static ProblemHttpResult OtherBody(string requestId)
        => Create(StatusCodes.Status422UnprocessableEntity, "That requestId belongs to another request.", $"'{requestId}' was answered before, for other rows: give every request a requestId of its own. {Untouched}", Errors("requestId", "was used for other rows."));

    public static ProblemHttpResult TooLarge(int limit)
        => Create(StatusCodes.Status413PayloadTooLarge, "The body is too large.", string.Create(CultureInfo.InvariantCulture, $"Send at most {limit:N0} bytes a request: split the rows over several. {Untouched}"), Errors("body", $"is larger than {limit} bytes."));

    /// <param name="path">The field.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="nextRow">The row to go on from, where that is what is wrong.</param>
    public static ProblemHttpResult Conflict(string path, string message, long? nextRow = null)
        => Create(StatusCodes.Status409Conflict, "That is not possible now.", $"{path}: {message} {Untouched}", Errors(path, message), nextRow);

    public static ProblemHttpResult ServedElsewhere()
        => Conflict(ModelSlot.ServedSetting, "another system serves the model. Send what it answered to /v1/observations.");

    /// <summary>Says how far history has come, for whoever sends it.</summary>
    public static ProblemHttpResult NoModel(HttpContext context, TimeSpan retryAfter, long nextRow, bool historyComplete)
    {
        var seconds = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return TypedResults.Problem(
            $"The first model is trained on history (POST /v1/history) and released by the retraining service. Try again in {seconds} s.",
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "No model is loaded yet.",
            extensions: new Dictionary<string, object?> { ["nextRow"] = nextRow, ["historyComplete"] = historyComplete });
    }

    private static Dictionary<string, string[]> Errors(string path, string message) => new() { [path] = [message] };

    private static ProblemHttpResult Create(int status, string title, string detail, Dictionary<string, string[]> errors, long? nextRow = null)
    {
        var more = new Dictionary<string, object?> { ["errors"] = errors };
        if (nextRow is { } row) more["nextRow"] = row;
        return TypedResults.Problem(detail, statusCode: status, title: title, extensions: more);
    }
}
