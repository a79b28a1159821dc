using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Http;
using MonitoringDemo.Traffic;

return new ServiceProgram("traffic", ServiceAddresses.Traffic, dataPart: "traffic")
{
    Add = builder => builder.AddTraffic(),
    Map = app => app.MapTraffic(),
    Consumers = TrafficModule.Consumers,
    Publishes = TrafficModule.Publishes,
}.Run(args);
