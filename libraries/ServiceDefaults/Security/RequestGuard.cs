using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.ServiceDefaults.Security;

/// <summary>The questions that every request has to answer: which host, which origin, which token, and whether its owner may.</summary>
internal sealed class RequestGuard(RequestDelegate next, Bindings bindings, AccessToken token, Roster roster)
{
    private const string CookieName = "monitoringdemo-token";
    private const string QueryName = "access_token";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;

        // A foreign name that resolves to this machine is how a web page reaches services that trust the machine they run on.
        if (bindings.LoopbackOnly && !IsLocalName(request.Host.Host))
            return Refuse(context, StatusCodes.Status421MisdirectedRequest, "This host is not served here.", "Use localhost, 127.0.0.1 or [::1] as the host.");
        if (ChangesState(request) && !IsOwnOrigin(request))
            return Refuse(context, StatusCodes.Status403Forbidden, "Requests of other web pages are not answered.", $"The origin '{request.Headers.Origin}' is not '{request.Host}'.");
        if (!token.IsRequired || IsForAnybody(request.Path)) return next(context);
        if (CallerOf(request) is { } caller) return LetIn(context, caller);
        if (HttpMethods.IsGet(request.Method) && roster.ByToken(request.Query[QueryName]) is { } opens) return LetPageIn(context, opens);

        if (context.GetEndpoint()?.Metadata.GetMetadata<AsksItself>() is not null) return next(context);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(context, StatusCodes.Status401Unauthorized, "A token is needed.", $"Send 'Authorization: Bearer' with the value of {AccessToken.Variable}.");
    }

    /// <summary>Yes or no, and not why.</summary>
    private static bool IsForAnybody(PathString path) =>
        path.Equals("/health/live", StringComparison.OrdinalIgnoreCase) || path.Equals("/health/serving", StringComparison.OrdinalIgnoreCase);

    private Caller? CallerOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? roster.ByToken(header["Bearer ".Length..].Trim())
            : roster.ByCookie(request.Cookies[CookieName]);
    }

    private Task LetIn(HttpContext context, Caller caller)
    {
        var least = context.GetEndpoint()?.Metadata.GetMetadata<NeedsRole>()?.Role ?? (ChangesState(context.Request) ? PersonRole.Operator : PersonRole.Viewer);
        if (caller.Role < least)
        {
            return Refuse(context, StatusCodes.Status403Forbidden, "The role does not allow it.",
                $"{caller.Name ?? "The token that the services share"} may what {Words(caller.Role)} may; this takes {Words(least)}.");
        }

        context.Features.Set(caller);
        return next(context);
    }

    private static string Words(PersonRole role) => $"{(role is PersonRole.Viewer ? "a" : "an")} {role.ToString().ToLowerInvariant()}";

    /// <summary>A browser cannot send the header from its address bar, nor with an event stream: it swaps the query for a cookie, and the secret leaves the address.</summary>
    private Task LetPageIn(HttpContext context, Caller caller)
    {
        context.Response.Cookies.Append(CookieName, roster.CookieOf(caller), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/" });
        var rest = new QueryBuilder(context.Request.Query.Where(q => q.Key != QueryName));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = UriHelper.BuildRelative(context.Request.PathBase, context.Request.Path, rest.ToQueryString());
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        return Task.CompletedTask;
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]" or "::1";

    private static bool ChangesState(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    /// <summary>Programs send no origin; browsers send that of the page. The scheme is left out: a proxy may have ended TLS.</summary>
    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static Task Refuse(HttpContext context, int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail).ExecuteAsync(context);
}
