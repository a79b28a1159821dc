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
        builder.Services.AddSingleton(plan).AddSingleton<JoinTries>().AddSingleton<TeamRules>().AddSingleton<TrainingTurns>();
        builder.Services.AddSingleton(provider => new MysteryBook(provider.GetRequiredService<DataDirectory>().PathOf("classroom", "mysteries")));
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
        var (book, turns) = (provider.GetRequiredService<MysteryBook>(), provider.GetRequiredService<TrainingTurns>());
        var (logs, time) = (provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<TimeProvider>());
        return new TeamFleets([.. list.Teams.Select(pass => new TeamFleet(pass, plan, book, turns, logs, time))], logs.CreateLogger<TeamFleets>());
    }
}
