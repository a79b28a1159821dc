using MonitoringDemo.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("retraining");
builder.AddRetraining();
builder.AddMessaging(RetrainingModule.Consumers);
var app = builder.Build();
app.MapServiceDefaults();
app.MapRetraining();
app.Run();
