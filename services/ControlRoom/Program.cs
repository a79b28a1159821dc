using MonitoringDemo.ControlRoom;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("control-room");
builder.AddControlRoom();
builder.AddMessaging(ControlRoomModule.Consumers);

var app = builder.Build();
app.MapServiceDefaults();
app.MapControlRoom();
app.Run();
