using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.FileProviders;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>The static page of the wall: <c>/wall</c> and what it loads.</summary>
internal static class WallFiles
{
    private const string ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "classroom-wall"));
        app.MapGet("/wall", (HttpResponse response) => Answer(response, files, "wall.html", "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/wall/wall.js", (HttpResponse response) => Answer(response, files, "wall.js", "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/wall/wall.css", (HttpResponse response) => Answer(response, files, "wall.css", "text/css; charset=utf-8")).ExcludeFromDescription();
    }

    private static PhysicalFileHttpResult Answer(HttpResponse response, PhysicalFileProvider files, string name, string type)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        return TypedResults.PhysicalFile(files.GetFileInfo(name).PhysicalPath!, type);
    }
}
