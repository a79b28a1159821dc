using MonitoringDemo.Inference;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://127.0.0.1:5081");

builder.AddServiceDefaults("inference");
builder.AddInference();
builder.AddMessaging(InferenceModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapInference();
return app.RunService();
