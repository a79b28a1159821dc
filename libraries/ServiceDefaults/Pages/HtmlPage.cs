using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>One page that needs nothing but itself: style within, no script, no font or picture from elsewhere. Light, dark, and on paper.</summary>
public static class HtmlPage
{
    // Nothing may be loaded, nothing may run.
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Answers a request with a page, under a policy that lets nothing be loaded or run.</summary>
    public static ContentHttpResult Answer(HttpResponse response, string page)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Content(page, MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    /// <summary>The whole document.</summary>
    /// <param name="title">Of the window and of the page.</param>
    /// <param name="above">A line above the title.</param>
    /// <param name="body">What stands below it.</param>
    public static string Of(string title, Html above, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <style>
        {new Html(HtmlStyle.Sheet)}
        </style>
        </head>
        <body>
        <main>
        <p class="above">{above}</p>
        <h1>{title}</h1>
        {body}
        </main>
        </body>
        </html>

        """).Text;
}
