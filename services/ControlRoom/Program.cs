using MonitoringDemo.ControlRoom;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://127.0.0.1:5080");

// Alone, the scenarios are listed by another process.
builder.Configuration["ControlRoom:TrafficUrl"] ??= "http://127.0.0.1:5085";

builder.AddServiceDefaults("control-room");
builder.AddControlRoom();
builder.AddMessaging(ControlRoomModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapControlRoom();
return app.RunService();
