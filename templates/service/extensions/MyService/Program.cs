using MonitoringDemo.MyService;
using MonitoringDemo.ServiceDefaults;

// The address holds where configuration names none; no service of the fleet listens there.
return new ServiceProgram("my-service", "http://127.0.0.1:5090", dataPart: "my-service")
{
    Add = builder => builder.AddMyService(),
    Map = app => app.MapMyService(),
    Consumers = MyServiceModule.Consumers,
    Publishes = MyServiceModule.Publishes,
}.Run(args);
