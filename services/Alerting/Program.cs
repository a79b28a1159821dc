using MonitoringDemo.Alerting;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://127.0.0.1:5084");

builder.AddServiceDefaults("alerting");
builder.AddAlerting();
builder.AddMessaging(AlertingModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapAlerting();
return app.RunService();
