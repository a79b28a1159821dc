using MonitoringDemo.Alerting;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("alerting");
builder.AddAlerting();
builder.AddMessaging(AlertingModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapAlerting();
app.Run();
