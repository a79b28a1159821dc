using MonitoringDemo.Alerting;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Http;

return new ServiceProgram("alerting", ServiceAddresses.Alerting, dataPart: "alerting")
{
    Add = builder => builder.AddAlerting(),
    Map = app => app.MapAlerting(),
    Consumers = AlertingModule.Consumers,
    Publishes = AlertingModule.Publishes,
}.Run(args);
