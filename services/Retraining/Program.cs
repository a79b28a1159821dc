using MonitoringDemo.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Http;

return new ServiceProgram("retraining", ServiceAddresses.Retraining, dataPart: "registry")
{
    Add = builder => builder.AddRetraining(),
    Map = app => app.MapRetraining(),
    Consumers = RetrainingModule.Consumers,
    Publishes = RetrainingModule.Publishes,
    LogStream = RetrainingModule.LogStream,
}.Run(args);
