using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>The request to the classroom as the team's fleet sees it: below its own address, with its own token, and nothing of the classroom's.</summary>
internal static class TeamRequest
{
    private static readonly Type[] Shared =
    [
        typeof(IHttpResponseFeature), typeof(IHttpResponseBodyFeature), typeof(IHttpResponseTrailersFeature), typeof(IHttpRequestLifetimeFeature),
        typeof(IHttpRequestBodyDetectionFeature), typeof(IHttpRequestIdentifierFeature), typeof(IHttpMaxRequestBodySizeFeature), typeof(IHttpMinRequestBodyDataRateFeature),
        typeof(IHttpBodyControlFeature), typeof(IHttpConnectionFeature), typeof(IRequestBodyPipeFeature), typeof(IHttpRequestTrailersFeature),
    ];

    public static FeatureCollection Of(HttpContext context, PathString below, PathString rest, string token)
    {
        var outer = context.Features.GetRequiredFeature<IHttpRequestFeature>();
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var header in outer.Headers) headers[header.Key] = header.Value;
        headers.Remove(HeaderNames.Cookie);
        headers.Authorization = $"Bearer {token}";
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Protocol = outer.Protocol,
            Scheme = outer.Scheme,
            Method = outer.Method,
            PathBase = outer.PathBase + below,
            Path = rest.HasValue ? rest.Value : "/",
            QueryString = outer.QueryString,
            RawTarget = outer.RawTarget,
            Headers = headers,
            Body = outer.Body,
        });
        foreach (var type in Shared)
        {
            if (context.Features[type] is { } feature) features[type] = feature;
        }

        return features;
    }
}
