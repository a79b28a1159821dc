namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>One page that needs nothing but itself: style within, no script, no font or picture from elsewhere. Light, dark, and on paper.</summary>
public static class HtmlPage
{
    /// <summary>The policy to serve it with: nothing may be loaded, nothing may run.</summary>
    public const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
