using MonitoringDemo.DriftDetection;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("drift-detection");
builder.AddDriftDetection();
builder.AddMessaging(DriftDetectionModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapDriftDetection();
app.Run();
