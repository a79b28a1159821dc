using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MonitoringDemo.Inference.Requests;

/// <summary>Reads a whole body into a reused buffer, never more than the limit.</summary>
internal static class BodyReader
{
    // What comes after the limit is thrown away by the server after the answer: a connection that is cut while the client
    // still sends would cost it the answer.
    private const long MostThrownAway = 64 << 20;

    /// <returns>Null when the body was read, else the refusal.</returns>
    public static async ValueTask<ProblemHttpResult?> TryReadAsync(HttpContext context, Workspace workspace, int limit)
    {
        var request = context.Request;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostThrownAway;
        if (!IsJson(request.ContentType)) return Problems.NotJson(request.ContentType);
        if (IsPacked(request.Headers.ContentEncoding)) return Problems.Packed(context, request.Headers.ContentEncoding.ToString());
        if (request.ContentLength > limit) return Problems.TooLarge(limit);

        try
        {
            workspace.BodyLength = 0;
            workspace.MakeRoomForBody((int)(request.ContentLength ?? 0) + 1);
            int read;
            while ((read = await request.Body.ReadAsync(workspace.FreeBody, context.RequestAborted)) > 0)
            {
                workspace.BodyLength += read;
                if (workspace.BodyLength > limit) return Problems.TooLarge(limit);
                workspace.MakeRoomForBody(workspace.BodyLength + 1);
            }

            return null;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problems.TooLarge(limit)
                : Problems.Invalid("body", $"{exception.Message} Send the whole body, as long as its headers say.");
        }
    }

    private static bool IsJson(string? contentType)
    {
        if (contentType is "application/json" or "application/json; charset=utf-8") return true;

        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPacked(StringValues encodings) =>
        !StringValues.IsNullOrEmpty(encodings) && !string.Equals(encodings.ToString(), "identity", StringComparison.OrdinalIgnoreCase);
}
