using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.Traffic;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("traffic");
builder.AddTraffic();
builder.AddMessaging(TrafficModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapTraffic();
return app.RunService();
