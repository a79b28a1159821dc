using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ControlRoom.Page;

/// <summary>The static pages: <c>/</c>, <c>/quiz</c>, <c>/glossary</c> and everything under <c>/page/</c>. As endpoints, so that it works wherever the module is hosted.</summary>
internal static class PageEndpoints
{
    /// <summary>Beside the program, under a name of its own: other projects of the same process may bring a wwwroot too.</summary>
    private const string BuiltCopy = "control-room-page";

    /// <summary>Pages beside the control room, each a file of that name.</summary>
    private static readonly string[] s_beside = ["/quiz", "/glossary"];

    /// <summary>Scripts, styles and data from this address only; the icon is inline.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder app)
    {
        var folder = app.ServiceProvider.GetRequiredService<IOptions<ControlRoomOptions>>().Value.PageDirectory
            ?? Path.Combine(AppContext.BaseDirectory, BuiltCopy);
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        var pipeline = app.CreateApplicationBuilder()
            .Use(next => context =>
            {
                // The static file middleware leaves a request alone that has an endpoint already.
                context.SetEndpoint(null);
                if (context.Request.Path == "/")
                    context.Request.Path = "/page/index.html";
                else if (s_beside.FirstOrDefault(path => context.Request.Path == path) is { } page)
                    context.Request.Path = $"/page{page}.html";
                return next(context);
            })
            .UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                RequestPath = "/page",
                OnPrepareResponse = file => Guard(file.Context.Response.Headers),
            })
            .Build();

        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], pipeline).ExcludeFromDescription();
        foreach (var path in s_beside)
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], pipeline).ExcludeFromDescription();
        app.MapMethods("/page/{**path}", [HttpMethods.Get, HttpMethods.Head], pipeline).ExcludeFromDescription();
    }

    private static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // Ask each time; the answer is mostly "not modified".
        headers.CacheControl = "no-cache";
    }
}
