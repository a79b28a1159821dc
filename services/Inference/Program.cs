using MonitoringDemo.Inference;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("inference");
builder.AddInference();
builder.AddMessaging(InferenceModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapInference();
return app.RunService();
