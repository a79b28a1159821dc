using Aspire.Hosting.ApplicationModel;
using MonitoringDemo.AppHost;

// The six services as processes, each with data of its own, over a broker; traces, metrics and logs on one page.
//   dotnet run --project deploy/AppHost
var builder = DistributedApplication.CreateBuilder(args);
var files = new FleetFiles(builder.Configuration["Data:Directory"] ?? Path.Combine(builder.AppHostDirectory, "..", "..", ".demo-apphost"));
var broker = Broker.Find(builder, files);

var retraining = Add<Projects.Retraining>("retraining", 5083).WithEnvironment("Signing__PrivateKey_FILE", files.SigningKey);
var inference = Add<Projects.Inference>("inference", 5081)
    .WithEnvironment("Inference__RegistryUrl", "http://127.0.0.1:5083")
    .WithEnvironment("Signing__TrustedKey_FILE", files.TrustedKey);
var detection = Add<Projects.DriftDetection>("drift-detection", 5082);
var alerting = Add<Projects.Alerting>("alerting", 5084);
var room = Add<Projects.ControlRoom>("control-room", 5080);

// Last: what it sends first, the history, is for those that listen already.
Add<Projects.Traffic>("traffic", 5085).WaitFor(inference).WaitFor(detection).WaitFor(retraining).WaitFor(alerting).WaitFor(room);

builder.Build().Run();

IResourceBuilder<ProjectResource> Add<T>(string name, int port)
    where T : IProjectMetadata, new() => broker.Lead(builder.AddProject<T>(name, options => options.ExcludeLaunchProfile = true)
        .WithHttpEndpoint(port, port, isProxied: false)
        .WithHttpHealthCheck("/health/live")
        .WithEnvironment("ASPNETCORE_URLS", "http://127.0.0.1:" + port)
        .WithEnvironment("Log__Stream", "true")
        .WithEnvironment("Data__Directory", files.DataOf(name)));
