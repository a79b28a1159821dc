using MonitoringDemo.ControlRoom;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Http;

return new ServiceProgram("control-room", ServiceAddresses.ControlRoom, dataPart: "control-room")
{
    Add = builder => builder.AddControlRoom(),
    Map = app => app.MapControlRoom(),
    Consumers = ControlRoomModule.Consumers,
    Publishes = ControlRoomModule.Publishes,
    // The scenarios are listed by another process, and a third one writes reports.
    Alone = new Dictionary<string, string> { ["ControlRoom:TrafficUrl"] = ServiceAddresses.Traffic, ["ControlRoom:RetrainingUrl"] = ServiceAddresses.Retraining },
}.Run(args);
