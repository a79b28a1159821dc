using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.Traffic;

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://127.0.0.1:5085");

builder.AddServiceDefaults("traffic");
builder.AddTraffic();
builder.AddMessaging(TrafficModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapTraffic();
return app.RunService();
