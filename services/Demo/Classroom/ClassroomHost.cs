using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Classroom.Wall;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Classroom;

/// <summary>The one address of a classroom: the wall of the instructor, the door of the teams, and their fleets behind it.</summary>
internal static class ClassroomHost
{
    /// <param name="plan">What is asked for.</param>
    /// <param name="token">The instructor's.</param>
    public static WebApplication Build(ClassroomPlan plan, string token)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ClassroomHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [AccessToken.Variable] = token,
            ["Data:Directory"] = plan.Directory,
            ["Telemetry:OwnOnly"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        });
        builder.WebHost.UseUrls(plan.Url);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.AddServiceDefaults("classroom");
        FleetHost.KeepQuiet(builder, static () => true);
        builder.Services.AddSingleton(plan).AddSingleton<JoinTries>().AddSingleton<TeamRules>();
        builder.Services.AddSingleton(provider => new MysteryBook(new Checkpoint<MysteryPages>(provider.GetRequiredService<DataDirectory>().PathOf("classroom", "mysteries.json"))));
        builder.Services.AddSingleton<MysteryDirector>().AddHostedService(provider => provider.GetRequiredService<MysteryDirector>());
        builder.Services.AddSingleton(TeamsOf);
        builder.Services.AddSingleton<WallPicture>();

        var app = builder.Build();
        app.MapServiceDefaults();
        JoinEndpoints.Map(app);
        TeamEndpoints.Map(app);
        WallEndpoints.Map(app);
        return app;
    }

    private static TeamFleets TeamsOf(IServiceProvider provider)
    {
        var plan = provider.GetRequiredService<ClassroomPlan>();
        var kept = new Checkpoint<TeamList>(provider.GetRequiredService<DataDirectory>().PathOf("classroom", "teams.json"));
        var list = TeamList.Of(plan.Teams, kept.TryLoad(out var before) ? before : null);
        kept.Save(list);
        var (book, logs, time) = (provider.GetRequiredService<MysteryBook>(), provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<TimeProvider>());
        return new TeamFleets([.. list.Teams.Select(pass => new TeamFleet(pass, plan, book, logs, time))], logs.CreateLogger<TeamFleets>());
    }
}
